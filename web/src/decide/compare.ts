// What a comparison of proposals shows.
import type { Changes, Proposal } from "../live/jobs";

// Parts of the money that any of them changes by a cent or more, in a fixed order.
export const moneyParts = (proposals: Proposal[], part: (proposal: Proposal, name: string) => number): string[] => {
  const names = new Set(
    proposals.flatMap((proposal) =>
      Object.keys({ ...proposal.figures.objective.parts, ...(proposal.changes?.money.parts ?? {}) }),
    ),
  );
  const order = ["penalty", "overtime", "setup", "labour", "machine", "material", "outside", "freight", "holding"];
  return [...names]
    .filter((name) => proposals.some((proposal) => Math.abs(part(proposal, name)) >= 0.005))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

// How many people work on something else than before.
export const touchedPeople = (changes: Changes): number =>
  new Set(changes.reassigned.flatMap((each) => [each.before, each.person]).filter(Boolean)).size;
