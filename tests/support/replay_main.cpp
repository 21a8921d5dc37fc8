// Stands in for libFuzzer's main where there is no libFuzzer: feeds every file of a corpus folder to the fuzz target
// once. A crash or a sanitizer report is the failure; so is an empty corpus, which would test nothing.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::uint8_t> bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: <fuzz target> CORPUS_FOLDER\n", stderr);
    return 2;
  }
  std::error_code missing;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1], missing)) {
    if (!entry.is_regular_file()) continue;
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout);  // the last name printed is the one that crashed
    const std::vector<std::uint8_t> bytes = bytes_of(entry.path());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    ++count;
  }
  if (count == 0) std::fprintf(stderr, "no corpus in %s: put at least one input there\n", argv[1]);
  return count > 0 ? 0 : 1;
}
