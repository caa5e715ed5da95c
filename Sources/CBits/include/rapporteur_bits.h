#ifndef RAPPORTEUR_BITS_H
#define RAPPORTEUR_BITS_H

#include <stddef.h>
#include <stdint.h>

/// Bits that are set in `words` words.
uint64_t rp_count(const uint64_t *bits, size_t words);

/// Bits that are set in both.
uint64_t rp_count_both(const uint64_t *left, const uint64_t *right, size_t words);

#endif
