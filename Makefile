# The menu. `make` lists it; each line below says what a target does.
JOBS ?= $(shell nproc)
PLANT ?= examples/veloria
LISTEN ?= 127.0.0.1:8080
SECONDS_EACH ?= 30

.PHONY: help run test build format lint asan tsan coverage fuzz bench clean

help: ## This list
	@sed -n 's/^\([a-z ]*\): .*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: ## Install what is missing, build, plan the sample plant and serve it with the web interface
	@tools/setup run
	@test -f build/CMakeCache.txt && tools/configure release || tools/configure release -DKILTER_TESTS=OFF
	@cmake --build build --target kilter -j $(JOBS)
	build/kilter serve $(PLANT) --publish --db build/$(notdir $(PLANT)).db --listen $(LISTEN)

test: ## Install what is missing, build everything, run every test
	@tools/setup test
	@tools/configure release -DKILTER_TESTS=ON
	@cmake --build build -j $(JOBS)
	@ctest --preset release -j $(JOBS)

build: ## Configure and build only
	@tools/configure release
	@cmake --build build -j $(JOBS)

format: ## Bring every C++ file into the format of .clang-format
	@tools/setup dev
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i

lint: ## clang-tidy over every file; findings are errors
	@tools/setup dev
	@tools/configure tidy
	@cmake --build build/tidy -j $(JOBS) -- -k 0

asan tsan: ## Every test under the address or thread sanitizer
	@tools/setup dev
	@tools/configure $@
	@cmake --build build/$@ -j $(JOBS)
	@ctest --preset $@ -j $(JOBS)

coverage: ## Lines that the tests reach, per file
	@tools/setup dev
	@tools/configure coverage
	@cmake --build build/coverage -j $(JOBS)
	@ctest --preset coverage -j $(JOBS)
	@gcovr --root . --filter src/ --exclude '.*_test\.cpp' --print-summary build/coverage

fuzz: ## Run each fuzz target for SECONDS_EACH seconds
	@tools/setup dev
	@tools/configure fuzz
	@cmake --build build/fuzz -j $(JOBS)
	@tools/fuzz build/fuzz $(SECONDS_EACH)

bench: ## Build the benchmarks into build/bench
	@tools/setup dev
	@tools/configure bench
	@cmake --build build/bench -j $(JOBS)

clean: ## Remove everything that was built
	rm -rf build
