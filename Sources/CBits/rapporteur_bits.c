#include "rapporteur_bits.h"

// Swift compiles for the oldest processors of a family, which cannot count bits. Here each function is compiled several times, and
// the loader takes the one that the processor at hand does best.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define BEST __attribute__((target_clones("default", "popcnt", "avx2", "avx512vpopcntdq")))
#else
#define BEST
#endif

BEST uint64_t rp_count(const uint64_t *bits, size_t words) {
    uint64_t count = 0;
    for (size_t word = 0; word < words; word++) count += (uint64_t)__builtin_popcountll(bits[word]);
    return count;
}

BEST uint64_t rp_count_both(const uint64_t *left, const uint64_t *right, size_t words) {
    uint64_t count = 0;
    for (size_t word = 0; word < words; word++) count += (uint64_t)__builtin_popcountll(left[word] & right[word]);
    return count;
}
