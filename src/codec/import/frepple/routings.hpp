// Which operation makes which item, in which steps. frePPLe nests operations: a routing has steps in sequence, an
// alternate or split offers several ways. The plant has one way per item: the most preferred (lowest priority number)
// is taken, the others are listed.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "codec/import/frepple/session.hpp"

namespace kilter::codec::frepple {

struct Routing {
  SourceRow top;  // carries item, location and lot sizes
  std::string_view item;
  std::int64_t output = 0;       // millionths of the item per unit of operation quantity
  std::vector<SourceRow> steps;  // in sequence
};

class Routings {
 public:
  explicit Routings(Session& session);

  // One per item that is made, in the order of the operation table.
  [[nodiscard]] const std::vector<Routing>& all() const { return routings_; }
  // Rows of the table operationmaterial / operationresource for one operation.
  [[nodiscard]] const std::vector<SourceRow>& materials(std::string_view operation) const;
  [[nodiscard]] const std::vector<SourceRow>& loads(std::string_view operation) const;

 private:
  struct Child {
    std::string_view name;
    std::int64_t priority = 1;
    SourceRow row;
  };
  using RowsByName = std::map<std::string_view, std::vector<SourceRow>>;

  void read_children();
  void find_steps(const SourceRow& row, int depth, std::vector<SourceRow>& steps);
  void choose(const SourceRow& row, std::vector<SourceRow>& steps, int depth);
  [[nodiscard]] std::string_view made_by(const SourceRow& top, const std::vector<SourceRow>& steps) const;
  [[nodiscard]] std::int64_t output_of(const Routing& routing) const;
  void add(const SourceRow& top);
  void prefer(Routing candidate);

  Session& session_;
  std::map<std::string_view, SourceRow> operations_;
  std::map<std::string_view, std::vector<Child>> children_;
  std::map<std::string_view, bool> nested_;
  std::map<std::string_view, std::string_view> ordered_;  // operations named by a demand -> the demand's item
  RowsByName materials_;
  RowsByName loads_;
  std::vector<Routing> routings_;
  std::map<std::string_view, std::size_t> by_item_;
};

}  // namespace kilter::codec::frepple
