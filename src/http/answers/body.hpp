// A request's body as JSON, member by member; what is missing or of another form is gathered.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.hpp"
#include "service/access/roles.hpp"

namespace kilter::http {

class Body {
 public:
  explicit Body(std::string_view bytes);

  // Members that must be there; a fault and nothing when they are not.
  std::string text(std::string_view member) const;
  service::Role role(std::string_view member) const;
  bool flag(std::string_view member) const;
  std::int64_t count(std::string_view member, std::int64_t most) const;
  // 0 up to `most`.
  double number(std::string_view member, double most) const;
  // A list of texts; none when it is not there.
  std::vector<std::string> words(std::string_view member) const;

  [[nodiscard]] bool gives(std::string_view member) const;
  [[nodiscard]] const base::Issues& faults() const { return faults_; }
  [[nodiscard]] const simdjson::dom::element& root() const { return root_; }
  [[nodiscard]] bool is_json() const { return good_; }

 private:
  void fault(std::string_view member, const char* what, const char* way_out) const;

  simdjson::dom::parser parser_;
  simdjson::padded_string bytes_;
  simdjson::dom::element root_;
  bool good_ = false;
  mutable base::Issues faults_;
};

}  // namespace kilter::http
