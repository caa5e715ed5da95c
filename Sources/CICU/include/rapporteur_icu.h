#ifndef RAPPORTEUR_ICU_H
#define RAPPORTEUR_ICU_H

#include <stdint.h>

/// What a span of text is.
enum {
    /// Letters and digits of ASCII alone.
    RP_ASCII_WORD = 0,
    /// Letters, digits and marks of any script.
    RP_WORD = 1,
    /// One Han character.
    RP_IDEOGRAPH = 2,
};

/// A token's place, in bytes.
typedef struct {
    int32_t start;
    int32_t end;
    int32_t kind;
} rp_span;

/// Writes the tokens of UTF-8 `text` from byte `*from` on; sets `*from` to where to go on (`length` at the end).
/// Words are runs of letters, marks and digits; each Han character stands alone; scripts written without spaces are
/// divided by ICU's dictionaries. Malformed bytes divide words. Safe on every thread.
int32_t rp_scan(const uint8_t *text, int32_t length, int32_t *from, rp_span *spans, int32_t capacity);

/// Starts (byte offsets) of sentences, or with `words` of ICU's words and what lies between them, in UTF-8 `text`; at most
/// `capacity`. `text` must outlive the call only.
int32_t rp_starts(const uint8_t *text, int32_t length, int32_t words, int32_t *starts, int32_t capacity);

/// NFKC case folding of UTF-8 `text`; with `strip`, also without the marks of Latin, Greek, Cyrillic, Hebrew and Arabic
/// letters (Cyrillic short i and u are letters of their own and stay). Returns the length in bytes, or -1 where it
/// does not fit `capacity`.
int32_t rp_fold(const uint8_t *text, int32_t length, int32_t strip, uint8_t *out, int32_t capacity);

/// For each script that matters to language detection: letters counted in `text`.
typedef struct {
    int32_t latin;
    int32_t cyrillic;
    int32_t arabic;
    int32_t han;
    int32_t other;
} rp_scripts;
void rp_count_scripts(const uint8_t *text, int32_t length, rp_scripts *counts);

/// ICU's version, as it goes into the analyser's fingerprint.
const char *rp_icu_version(void);

#endif
