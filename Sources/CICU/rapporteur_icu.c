#include "rapporteur_icu.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <unicode/uvernum.h>

enum { BREAK = 0, WORD = 1, EXTEND = 2, IDEOGRAPH = 3, DICTIONARY = 4 };

// One byte for each character of the basic plane, filled from ICU's properties once.
static uint8_t classes[0x10000];
static pthread_once_t classes_once = PTHREAD_ONCE_INIT;

static uint8_t classify(UChar32 c) {
    if (c == 0x200B) return BREAK;
    if (u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH) || c == 0x3005 || c == 0x3007) return IDEOGRAPH;
    int32_t type = u_charType(c);
    int isWord = (type >= U_UPPERCASE_LETTER && type <= U_OTHER_LETTER) || type == U_DECIMAL_DIGIT_NUMBER ||
                 type == U_LETTER_NUMBER;
    int isMark = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
    if (isWord || isMark) {
        if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return DICTIONARY;
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript(c, &status);
        if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return DICTIONARY;
    }
    if (isWord) return WORD;
    if (isMark || type == U_FORMAT_CHAR) return EXTEND;
    return BREAK;
}

static void fill_classes(void) {
    for (UChar32 c = 0; c < 0x10000; c++) classes[c] = classify(c);
}

static inline uint8_t class_of(UChar32 c) {
    if (c < 0) return BREAK;
    return c < 0x10000 ? classes[c] : classify(c);
}

// Break iterators are dear to open: each thread keeps its own.
typedef struct {
    UBreakIterator *words;
    UBreakIterator *sentences;
    UText *text;
} iterators;

static pthread_key_t iterators_key;
static pthread_once_t iterators_once = PTHREAD_ONCE_INIT;

static void close_iterators(void *value) {
    iterators *own = value;
    if (own->words) ubrk_close(own->words);
    if (own->sentences) ubrk_close(own->sentences);
    if (own->text) utext_close(own->text);
    free(own);
}

static void make_key(void) { pthread_key_create(&iterators_key, close_iterators); }

static iterators *thread_iterators(void) {
    pthread_once(&iterators_once, make_key);
    iterators *own = pthread_getspecific(iterators_key);
    if (own) return own;
    own = calloc(1, sizeof *own);
    if (own) pthread_setspecific(iterators_key, own);
    return own;
}

static UBreakIterator *begin(UBreakIterator **iterator, UBreakIteratorType type, const uint8_t *text, int32_t length) {
    iterators *own = thread_iterators();
    UErrorCode status = U_ZERO_ERROR;
    if (!own) return NULL;
    if (!*iterator) *iterator = ubrk_open(type, "", NULL, 0, &status);
    own->text = utext_openUTF8(own->text, (const char *)text, length, &status);
    if (U_FAILURE(status) || !*iterator) return NULL;
    ubrk_setUText(*iterator, own->text, &status);
    return U_FAILURE(status) ? NULL : *iterator;
}

// Divides text[start, end), written without spaces. Returns where to go on.
static int32_t scan_dictionary(
    const uint8_t *text, int32_t start, int32_t end, rp_span *spans, int32_t *count, int32_t capacity
) {
    iterators *own = thread_iterators();
    UBreakIterator *words = own ? begin(&own->words, UBRK_WORD, text + start, end - start) : NULL;
    if (!words) {
        spans[(*count)++] = (rp_span){start, end, RP_WORD};
        return end;
    }
    int32_t from = ubrk_first(words);
    for (int32_t to = ubrk_next(words); to != UBRK_DONE; from = to, to = ubrk_next(words)) {
        if (*count == capacity) return start + from;
        if (to > from) spans[(*count)++] = (rp_span){start + from, start + to, RP_WORD};
    }
    return end;
}

int32_t rp_scan(const uint8_t *text, int32_t length, int32_t *from, rp_span *spans, int32_t capacity) {
    pthread_once(&classes_once, fill_classes);
    int32_t i = *from, count = 0;
    while (i < length && count < capacity) {
        int32_t start = i;
        uint8_t byte = text[i];
        if (byte < 0x80) {
            if (classes[byte] != WORD) {
                i++;
                continue;
            }
            do i++;
            while (i < length && text[i] < 0x80 && classes[text[i]] == WORD);
            if (i == length || text[i] < 0x80) {
                spans[count++] = (rp_span){start, i, RP_ASCII_WORD};
                continue;
            }
        }
        // Something beyond ASCII begins or continues here.
        int32_t next = i;
        UChar32 c;
        U8_NEXT(text, next, length, c);
        uint8_t class = class_of(c);
        if (start == i && class != WORD) {
            if (class == IDEOGRAPH) {
                spans[count++] = (rp_span){start, next, RP_IDEOGRAPH};
            } else if (class == DICTIONARY) {
                int32_t end = next, after = next;
                while (after < length) {
                    U8_NEXT(text, after, length, c);
                    class = class_of(c);
                    if (class != DICTIONARY && class != EXTEND) break;
                    end = after;
                }
                next = scan_dictionary(text, start, end, spans, &count, capacity);
            }
            i = next;
            continue;
        }
        int32_t kind = RP_ASCII_WORD;
        while (class == WORD || class == EXTEND) {
            if (c >= 0x80) kind = RP_WORD;
            i = next;
            if (i == length) break;
            U8_NEXT(text, next, length, c);
            class = class_of(c);
        }
        spans[count++] = (rp_span){start, i, kind};
    }
    *from = i;
    return count;
}

int32_t rp_starts(const uint8_t *text, int32_t length, int32_t words, int32_t *starts, int32_t capacity) {
    iterators *own = thread_iterators();
    UBreakIterator *breaks = NULL;
    if (own) {
        breaks = words ? begin(&own->words, UBRK_WORD, text, length) : begin(&own->sentences, UBRK_SENTENCE, text, length);
    }
    int32_t count = 0;
    if (!breaks) return 0;
    for (int32_t at = ubrk_first(breaks); at != UBRK_DONE && count < capacity; at = ubrk_next(breaks)) {
        if (at < length) starts[count++] = at;
    }
    return count;
}

static int is_stripped(UChar c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) || (c >= 0x0591 && c <= 0x05C7) ||
           (c >= 0x0610 && c <= 0x061A) || c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
           (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E8 && c != 0x06E5 && c != 0x06E6) ||
           (c >= 0x06EA && c <= 0x06ED) || (c >= 0x08D3 && c <= 0x08FF) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

// Letters that have no decomposition and yet are typed without their stroke.
static int32_t expand(UChar c, UChar *out) {
    switch (c) {
    case 0x00E6: out[0] = 'a'; out[1] = 'e'; return 2;
    case 0x0153: out[0] = 'o'; out[1] = 'e'; return 2;
    case 0x00F8: out[0] = 'o'; return 1;
    case 0x0111: out[0] = 'd'; return 1;
    case 0x0142: out[0] = 'l'; return 1;
    case 0x0131: out[0] = 'i'; return 1;
    default: out[0] = c; return 1;
    }
}

// Decomposed `from` without marks, into `to`, which holds twice as much.
static int32_t strip_marks(const UChar *from, int32_t length, UChar *to) {
    int32_t count = 0;
    UChar base = 0;
    for (int32_t i = 0; i < length; i++) {
        UChar c = from[i];
        if (!is_stripped(c)) {
            count += expand(c, to + count);
            base = c;
        } else if (c == 0x0306 && (base == 0x0438 || base == 0x0443)) {
            to[count - 1] = base == 0x0438 ? 0x0439 : 0x045E;
            base = 0;
        }
    }
    return count;
}

int32_t rp_fold(const uint8_t *text, int32_t length, int32_t strip, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&status);
    const UNormalizer2 *decompose = unorm2_getNFDInstance(&status);
    const UNormalizer2 *compose = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return -1;
    // NFKC makes at most 18 units of one; long inputs are folded in parts by the caller.
    int32_t room = length * 18 + 32;
    UChar fixed[3][2048];
    UChar *pool = room > 2048 ? malloc(sizeof(UChar) * 3 * (size_t)room) : NULL;
    if (room > 2048 && !pool) return -1;
    UChar *a = pool ? pool : fixed[0], *b = pool ? pool + room : fixed[1], *c = pool ? pool + 2 * room : fixed[2];
    int32_t count = 0, result = -1, written = 0;
    u_strFromUTF8WithSub(a, room, &count, (const char *)text, length, 0xFFFD, NULL, &status);
    count = unorm2_normalize(casefold, a, count, b, room, &status);
    UChar *folded = b;
    if (strip && U_SUCCESS(status)) {
        count = unorm2_normalize(decompose, b, count, a, room / 2, &status);
        if (U_SUCCESS(status)) count = strip_marks(a, count, c);
        count = unorm2_normalize(compose, c, count, b, room, &status);
    }
    if (U_SUCCESS(status)) {
        u_strToUTF8((char *)out, capacity, &written, folded, count, &status);
        if (U_SUCCESS(status)) result = written;
    }
    free(pool);
    return result;
}

void rp_count_scripts(const uint8_t *text, int32_t length, rp_scripts *counts) {
    memset(counts, 0, sizeof *counts);
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT(text, i, length, c);
        if (c < 0 || !u_isalpha(c)) continue;
        UErrorCode status = U_ZERO_ERROR;
        switch (c < 0x80 ? USCRIPT_LATIN : uscript_getScript(c, &status)) {
        case USCRIPT_LATIN: counts->latin++; break;
        case USCRIPT_CYRILLIC: counts->cyrillic++; break;
        case USCRIPT_ARABIC: counts->arabic++; break;
        case USCRIPT_HAN: counts->han++; break;
        default: counts->other++;
        }
    }
}

const char *rp_icu_version(void) { return U_ICU_VERSION; }
