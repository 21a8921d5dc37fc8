// Typed indices. An ItemId cannot be passed where a PersonId is wanted, and indexes only its own vectors.
//
//   struct ItemTag;
//   using ItemId = base::StrongId<ItemTag>;
//   base::IndexedVector<ItemId, Item> items;
//   items[id].name;
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace kilter::base {

// A 32-bit index of its own type. A default-constructed id is `none()` and must not be used to index.
template <class Tag>
class StrongId {
 public:
  constexpr StrongId() = default;
  constexpr explicit StrongId(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

  static constexpr StrongId none() { return StrongId(); }
  [[nodiscard]] constexpr bool valid() const { return value_ != kNone; }
  [[nodiscard]] constexpr std::uint32_t index() const { return value_; }

  friend constexpr auto operator<=>(StrongId, StrongId) = default;

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value_ = kNone;
};

// A vector that only its own id type can index.
template <class Id, class T>
class IndexedVector {
 public:
  IndexedVector() = default;
  explicit IndexedVector(std::size_t count, const T& value = T()) : values_(count, value) {}

  [[nodiscard]] const T& operator[](Id id) const { return values_[id.index()]; }
  [[nodiscard]] T& operator[](Id id) { return values_[id.index()]; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  void resize(std::size_t count) { values_.resize(count); }
  void reserve(std::size_t count) { values_.reserve(count); }
  void assign(std::size_t count, const T& value) { values_.assign(count, value); }

  // Appends and returns the id of the new element.
  Id push_back(T value) {
    values_.push_back(std::move(value));
    return Id(values_.size() - 1);
  }
  // The id that the next push_back will return.
  [[nodiscard]] Id next_id() const { return Id(values_.size()); }

  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  [[nodiscard]] const std::vector<T>& raw() const { return values_; }
  [[nodiscard]] std::vector<T>& raw() { return values_; }

  friend bool operator==(const IndexedVector&, const IndexedVector&) = default;

 private:
  std::vector<T> values_;
};

// All ids 0 .. size-1, for range-for.
template <class Id>
class IdRange {
 public:
  constexpr IdRange(Id first, Id last) : first_(first), last_(last) {}
  class Iterator {
   public:
    constexpr explicit Iterator(std::uint32_t value) : value_(value) {}
    constexpr Id operator*() const { return Id(value_); }
    constexpr Iterator& operator++() {
      ++value_;
      return *this;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint32_t value_;
  };
  [[nodiscard]] constexpr Iterator begin() const { return Iterator(first_.index()); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator(last_.index()); }
  [[nodiscard]] constexpr std::size_t size() const { return last_.index() - first_.index(); }
  [[nodiscard]] constexpr bool empty() const { return first_ == last_; }
  [[nodiscard]] constexpr Id first() const { return first_; }
  // The id `offset` places after the first.
  [[nodiscard]] constexpr Id at(std::size_t offset) const { return Id(first_.index() + offset); }
  [[nodiscard]] constexpr bool contains(Id id) const { return first_ <= id && id < last_; }
  friend constexpr bool operator==(const IdRange&, const IdRange&) = default;

 private:
  Id first_;
  Id last_;
};

template <class Id, class T>
IdRange<Id> ids_of(const IndexedVector<Id, T>& vector) {
  return IdRange<Id>(Id(0), Id(vector.size()));
}

}  // namespace kilter::base

template <class Tag>
struct std::hash<kilter::base::StrongId<Tag>> {
  std::size_t operator()(kilter::base::StrongId<Tag> id) const noexcept { return id.index(); }
};
