// An array in pieces that copies share until one of them changes a piece: a copy costs a pointer per piece, a change
// the copy of one piece.
//
//   SharedArray<std::string> array;
//   array.own(1'000'000) = "far";      // grows; what lies between is empty and takes no room
//   const SharedArray<std::string> copy = array;
//   array.own(3) = "near";             // copy[3] stays empty
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace kilter::service {

template <class T>
class SharedArray {
 public:
  static constexpr std::size_t kPiece = 128;

  // Places that have ever been owned, rounded up to whole pieces; those beyond are empty, too.
  [[nodiscard]] std::size_t size() const { return pieces_.size() * kPiece; }
  [[nodiscard]] const T& operator[](std::size_t place) const {
    static const T kEmpty{};
    const std::size_t piece = place / kPiece;
    return piece < pieces_.size() && pieces_[piece] ? (*pieces_[piece])[place % kPiece] : kEmpty;
  }
  // Whether nothing in the piece around the place was ever owned.
  [[nodiscard]] bool bare(std::size_t place) const { return !pieces_[place / kPiece]; }

  // The place for this array alone.
  T& own(std::size_t place) {
    const std::size_t piece = place / kPiece;
    if (piece >= pieces_.size()) pieces_.resize(piece + 1);
    std::shared_ptr<Piece>& at = pieces_[piece];
    if (!at) {
      at = std::make_shared<Piece>();
    } else if (at.use_count() > 1) {
      at = std::make_shared<Piece>(*at);
    } else {
      // Whoever gave up the piece last may have read it just before, on another thread.
      std::atomic_thread_fence(std::memory_order_acquire);
    }
    return (*at)[place % kPiece];
  }

 private:
  using Piece = std::array<T, kPiece>;
  std::vector<std::shared_ptr<Piece>> pieces_;
};

}  // namespace kilter::service
