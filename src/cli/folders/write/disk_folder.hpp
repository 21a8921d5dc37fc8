// A folder on disk that is written whole or not at all: everything goes to a hidden folder beside it first, and
// `commit` exchanges the two in one step, so that at every moment, also after a kill, the folder holds either all of
// the old or all of the new. Other files of an existing folder stay.
//
// Where that cannot be done (the target holds folders of someone else, is a mount point or the folder one stands in, or
// nothing can be put beside it) the files are moved one by one, without the mark of completeness until the last.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "codec/plan/folder_sink.hpp"

namespace kilter::cli {

class DiskFolder : public codec::FolderSink {
 public:
  // `mark` is the file whose presence says that the folder is complete. Removes what killed programs left behind.
  DiskFolder(std::filesystem::path target, std::string mark);
  // Removes what was not committed.
  ~DiskFolder() override;

  void begin(std::string_view file) override;
  void append(std::string_view bytes) override;
  // The path of a file of this folder, empty by now, that someone else writes before commit(); report what goes wrong
  // with fault(). None when it cannot be written, which commit() will say.
  std::optional<std::filesystem::path> reserve(std::string_view file);
  void fault(const std::filesystem::path& path, const std::string& why);
  // A file of that name from an earlier time goes when the folder is put in place.
  void drop(std::string file) { dropped_.push_back(std::move(file)); }
  // What went wrong so far: at once after construction when the folder can be neither made nor written to.
  [[nodiscard]] const base::Issues& issues() const { return issues_; }
  // True, or one issue that names the file and why it cannot be written. Of programs that write the same folder at once
  // each waits for the other; the last one's content stays.
  base::Result<bool> commit();

 private:
  void make_partial();
  void close_current();
  void move_into_place();
  [[nodiscard]] bool ours(const std::string& file) const;
  // Puts the other files of the target into the partial folder too; false when that cannot be done.
  [[nodiscard]] bool carry_over() const;
  [[nodiscard]] bool exchange() const;
  void move_one_by_one();

  std::filesystem::path named_;   // as given, for messages
  std::filesystem::path target_;  // where links lead
  std::filesystem::path partial_;
  bool beside_ = true;  // the partial folder stands beside the target, not in it
  std::string mark_;
  std::vector<std::string> files_;
  std::vector<std::string> dropped_;
  std::ofstream current_;
  base::Issues issues_;
};

}  // namespace kilter::cli
