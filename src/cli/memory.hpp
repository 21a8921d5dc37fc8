// How the process keeps its memory.
#pragma once

namespace kilter::cli {

// Memory that was freed is kept for the next large array instead of going back to the system and being cleared anew: a
// plan is made of many large arrays that follow each other. Call once, first thing in main.
void keep_freed_memory();

}  // namespace kilter::cli
