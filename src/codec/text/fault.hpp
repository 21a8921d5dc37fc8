// What is wrong with a piece of text, and the value when nothing is. Faults are constants: no allocation per cell.
#pragma once

namespace kilter::codec::text {

struct Fault {
  const char* code;     // as base::Issue::code
  const char* message;  // "is not a date"
  const char* way_out;
};

template <class T>
struct Parsed {
  T value{};
  const Fault* fault = nullptr;
  [[nodiscard]] bool ok() const { return fault == nullptr; }
};

}  // namespace kilter::codec::text
