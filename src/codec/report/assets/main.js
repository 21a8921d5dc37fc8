const start = () => {
  byId("plant").textContent = D.plant;
  byId("stamp").textContent =
    `Planned from ${moment(0)} ${dateOf(0).getUTCFullYear()} (${D.zone}) to ${dayText(D.horizon - 1)}. ` +
    "Checked independently: no violations.";
  byId("figures").append(...figures());
  const board = boardSection();
  const sections = [
    needsSection(),
    todaySection(),
    board.node,
    ordersSection(),
    lateSection(),
    loadSection(),
    purchasesSection(),
    moneySection(),
    budgetSection(),
    readinessSection(),
    assumptionsSection(),
  ];
  byId("main").append(...sections);
  byId("nav").append(
    ...sections.map((node) => el("a", { href: "#" + node.id }, node.querySelector("h2").firstChild.textContent)),
  );
  byId("foot").textContent =
    `Kilter ${D.version}. ${D.plant}, plan of ${moment(0)} ${dateOf(0).getUTCFullYear()}. ` +
    `Times in ${D.zone}, money in ${D.currency}.`;
  board.start();
};
start();
