#include "mention/number_words.h"

#include <math.h>
#include <string.h>

typedef enum NumberClass {
    UNIT,
    TENS,
    MAGNITUDE,
    PLURAL,
    LETTER,
    VAGUE,
    COUPLE,
    HALF,
    ARTICLE,
    ORDINAL,
    ABOUT,
    OVER,
    UNDER,
    DESIGNATOR,
    N_CLASSES
} NumberClass;

static const char *const class_names[N_CLASSES] = {
    "unit", "tens",    "magnitude", "plural", "letter", "vague", "couple",
    "half", "article", "ordinal",   "about",  "over",   "under", "designator",
};

struct PlNumbers {
    PlPieceWords words;
};

const PlNumbers *pl_numbers_load(PlArena *arena)
{
    PlNumbers *numbers = pl_arena_new(arena, PlNumbers);
    pl_piece_words_load(arena, &numbers->words, "numbers.tsv", class_names, N_CLASSES);
    return numbers;
}

/* A reader moves over the pieces; at[0] is the next piece. */
typedef struct Reader {
    const PlPieceWords *words;
    const PlPieces *pieces;
    uint32_t at;
    bool is_matched; /* the phrase at `matched_at` was looked up: every class asks for it */
    uint32_t matched_at;
    uint32_t n_matched;
    const PlPieceWord *matched;
} Reader;

static const PlPieceWord *peek(Reader *reader, NumberClass class_, uint32_t *n_pieces)
{
    if (!reader->is_matched || reader->matched_at != reader->at) {
        reader->n_matched = 0;
        reader->matched =
            pl_piece_words_match(reader->words, reader->pieces, reader->at, &reader->n_matched);
        reader->matched_at = reader->at;
        reader->is_matched = true;
    }
    if (!reader->matched || reader->matched->class_ != class_) return NULL;
    *n_pieces = reader->n_matched;
    return reader->matched;
}

static bool take(Reader *reader, NumberClass class_, double *value)
{
    uint32_t n;
    const PlPieceWord *word = peek(reader, class_, &n);
    if (!word) return false;
    *value = word->number;
    reader->at += n;
    return true;
}

/* Steps over a hyphen, "twenty-five", "2-million". */
static void skip_hyphen(Reader *reader)
{
    if (pl_piece_is_hyphen(reader->pieces, reader->at)) reader->at++;
}

static double fraction_value(PlSlice tail)
{
    static const struct {
        const char *sign;
        double value;
    } signs[] = {
        {"\u00bd", 0.5},     {"\u00bc", 0.25},    {"\u00be", 0.75},
        {"\u2153", 1.0 / 3}, {"\u2154", 2.0 / 3},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (pl_slice_is(tail, signs[i].sign)) return signs[i].value;
    return 0;
}

/* "19,000", "8.5", "1,234.50", "8½". A comma groups three digits, else the piece is no number
 * ("3,4" lists two). Clock times and dotted dates are no numbers. */
static bool digits_value(PlSlice text, double *value)
{
    double whole = 0;
    double scale = 0;
    size_t since_comma = 0;
    bool has_comma = false;
    size_t i = 0;
    for (; i < text.len && (unsigned char)text.ptr[i] < 0x80; i++) {
        char c = text.ptr[i];
        if (c == ',') {
            if (scale > 0 || (has_comma ? since_comma != 3 : i > 3)) return false;
            has_comma = true;
            since_comma = 0;
        } else if (c == '.') {
            if (scale > 0 || (has_comma && since_comma != 3)) return false;
            scale = 1;
        } else if (c == ':') {
            return false;
        } else {
            whole = whole * 10 + (c - '0');
            scale *= 10;
            since_comma++;
        }
    }
    if (has_comma && scale == 0 && since_comma != 3) return false;
    *value =
        (scale > 0 ? whole / scale : whole) + fraction_value((PlSlice){text.ptr + i, text.len - i});
    return true;
}

int32_t pl_numbers_digits(const PlPiece *piece)
{
    if (piece->kind != PL_PIECE_NUMBER || piece->lower.len > 8) return -1;
    int32_t value = 0;
    for (size_t i = 0; i < piece->lower.len; i++) {
        char c = piece->lower.ptr[i];
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/* "8½" when the fraction is a piece of its own. */
static double take_sign_fraction(Reader *reader)
{
    const PlPiece *piece = pl_piece_at(reader->pieces, reader->at);
    double value = piece->is_glued ? fraction_value(piece->lower) : 0;
    reader->at += value > 0;
    return value;
}

/* "2 1/2": a fraction of one digit over one digit, after a whole number. */
static double take_slash_fraction(Reader *reader)
{
    const PlPiece *over = pl_piece_at(reader->pieces, reader->at);
    const PlPiece *under = pl_piece_at(reader->pieces, (int64_t)reader->at + 2);
    int32_t n = pl_numbers_digits(over);
    int32_t d = pl_numbers_digits(under);
    if (!pl_piece_is(reader->pieces, (int64_t)reader->at + 1, "/") || over->is_glued) return 0;
    if (n < 1 || d < 2 || n >= d || d > 10) return 0;
    reader->at += 3;
    return (double)n / d;
}

/* "million", "-billion", "bn" glued to digits. */
static double take_magnitudes(Reader *reader, bool after_digits)
{
    double factor = 1;
    double value;
    uint32_t before = reader->at;
    if (after_digits && pl_piece_at(reader->pieces, reader->at)->is_glued &&
        take(reader, LETTER, &value))
        return value;
    for (;;) {
        skip_hyphen(reader);
        if (!take(reader, MAGNITUDE, &value)) {
            reader->at = before;
            return factor;
        }
        factor *= value;
        before = reader->at;
    }
}

static bool take_digits(Reader *reader, double *value)
{
    const PlPiece *piece = pl_piece_at(reader->pieces, reader->at);
    if (piece->kind != PL_PIECE_NUMBER || !digits_value(piece->lower, value)) return false;
    reader->at++;
    *value += take_sign_fraction(reader) + take_slash_fraction(reader);
    *value *= take_magnitudes(reader, true);
    return true;
}

/* A number below 100 in words. */
static bool take_small_words(Reader *reader, double *value)
{
    double unit;
    if (take(reader, UNIT, value)) return true;
    if (!take(reader, TENS, value)) return false;
    uint32_t before = reader->at;
    skip_hyphen(reader);
    if (take(reader, UNIT, &unit) && unit > 0 && unit < 10)
        *value += unit;
    else
        reader->at = before;
    return true;
}

/* "two hundred and five thousand". */
static bool take_words(Reader *reader, double *value)
{
    double total = 0;
    double group;
    bool has_magnitude = false;
    if (!take_small_words(reader, &group)) return false;
    for (;;) {
        double factor;
        uint32_t before = reader->at;
        skip_hyphen(reader);
        if (take(reader, MAGNITUDE, &factor)) {
            has_magnitude = true;
            if (factor >= 1000) {
                total += group * factor;
                group = 0;
            } else {
                group *= factor;
            }
        } else {
            reader->at = before;
            break;
        }
        before = reader->at;
        if (pl_piece_is(reader->pieces, reader->at, "and")) reader->at++;
        double small;
        /* "three thirty" and "nineteen ninety" are no sums. */
        if (has_magnitude && take_small_words(reader, &small)) {
            group += small;
        } else {
            reader->at = before;
        }
    }
    *value = total + group;
    return true;
}

/* "and a half" after a number: of it, "two and a half million", before a magnitude. */
static void take_and_half(Reader *reader, double *value)
{
    const PlPieces *p = reader->pieces;
    if (!pl_piece_is(p, reader->at, "and") || !pl_piece_is(p, (int64_t)reader->at + 1, "a") ||
        !pl_piece_is(p, (int64_t)reader->at + 2, "half"))
        return;
    reader->at += 3;
    *value = (*value + 0.5) * take_magnitudes(reader, false);
}

/* "half a million", "a dozen", "a hundred". */
static bool take_article(Reader *reader, double *value)
{
    double one;
    double factor = 1;
    uint32_t before = reader->at;
    bool is_half = take(reader, HALF, &factor);
    if (take(reader, ARTICLE, &one)) {
        double magnitude = take_magnitudes(reader, false);
        if (magnitude > 1) {
            *value = factor * magnitude;
            if (!is_half && magnitude == 100 && pl_piece_is(reader->pieces, reader->at, "and")) {
                uint32_t and_at = reader->at++;
                double small;
                if (take_small_words(reader, &small))
                    *value += small;
                else
                    reader->at = and_at;
            }
            return true;
        }
    }
    reader->at = before;
    return false;
}

/* "hundreds", "tens of thousands", "hundreds of millions". */
static bool take_plural(Reader *reader, PlNumber *number)
{
    double low;
    double factor;
    if (!take(reader, PLURAL, &low)) return false;
    bool is_tens = low == 10;
    /* Dozens begin with two of them, hundreds with one: "hundreds" is said of 150. */
    double high = low * 10 - 1;
    if (low == 12 || low == 20) {
        low *= 2;
        high = 99;
    }
    uint32_t before = reader->at;
    if (pl_piece_is(reader->pieces, reader->at, "of")) {
        reader->at++;
        if (take(reader, PLURAL, &factor) && factor > low) {
            high = (high + 1) * factor - 1;
            low *= factor;
            is_tens = false;
        } else {
            reader->at = before;
        }
    }
    if (is_tens) return false; /* "tens of" nothing larger is rare, and often no number */
    number->low = low;
    number->high = high;
    number->value = NAN;
    return true;
}

/* "several", "a few"; with a magnitude a range: "several hundred" is 200 to 999. */
static bool take_vague(Reader *reader, PlNumber *number)
{
    double ignored;
    if (!take(reader, VAGUE, &ignored)) return false;
    number->value = NAN;
    double factor = take_magnitudes(reader, false);
    number->is_vague = factor == 1;
    number->low = factor > 1 ? factor * 2 : NAN;
    number->high = factor > 1 ? factor * 10 - 1 : NAN;
    return true;
}

static bool read_single(Reader *reader, PlNumber *number)
{
    uint32_t first = reader->at;
    *number = (PlNumber){0};
    if (take_digits(reader, &number->value)) {
        number->is_digits = true;
    } else if (take_words(reader, &number->value)) {
        take_and_half(reader, &number->value);
    } else if (take_article(reader, &number->value)) {
        number->is_article = true;
    } else if (take(reader, COUPLE, &number->value)) {
        number->value *= take_magnitudes(reader, false);
    } else {
        number->n_pieces = 0;
        bool found = take_plural(reader, number) || take_vague(reader, number);
        if (!found) reader->at = first;
        number->n_pieces = reader->at - first;
        return found;
    }
    number->low = number->high = number->value;
    number->n_pieces = reader->at - first;
    number->is_plain = number->n_pieces == 1;
    return true;
}

/* What stands between the two numbers of a range: "to", "or", "-"; 0 = nothing. */
static uint32_t range_separator(const PlPieces *pieces, int64_t at, bool is_between)
{
    if (is_between) return pl_piece_is(pieces, at, "and") || pl_piece_is(pieces, at, "to");
    if (pl_piece_is(pieces, at, "to") || pl_piece_is(pieces, at, "or")) return 1;
    return pl_piece_is_dash(pieces, at) &&
           pl_piece_at(pieces, at)->is_glued == pl_piece_at(pieces, at + 1)->is_glued;
}

/* In "2 to 3 million" the magnitude is of both. */
static void share_magnitude(PlNumber *low, const PlNumber *high)
{
    if (!low->is_plain || high->is_plain || high->value < 1000) return;
    double factor = 1;
    while (low->value * factor * 1000 <= high->value)
        factor *= 1000;
    if (low->value * factor < high->value) low->value *= factor;
}

bool pl_numbers_read(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i, PlNumber *number)
{
    Reader reader = {.words = &numbers->words, .pieces = pieces, .at = i};
    bool is_between = pl_piece_is(pieces, i, "between");
    if (is_between || pl_piece_is(pieces, i, "from")) reader.at++;
    bool needs_range = reader.at > i;
    if (!read_single(&reader, number)) return false;
    uint32_t separator = range_separator(pieces, reader.at, is_between);
    Reader second = reader;
    second.at += separator;
    PlNumber high;
    if (separator && !isnan(number->value) && read_single(&second, &high) &&
        high.is_digits == number->is_digits && !isnan(high.value)) {
        share_magnitude(number, &high);
        if (number->value < high.value) {
            number->low = number->value;
            number->high = high.value;
            number->value = NAN;
            number->n_pieces = second.at - i;
            number->is_plain = false;
            number->is_range = true;
            return true;
        }
    }
    return !needs_range;
}

bool pl_numbers_small(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i, int32_t *value,
                      uint32_t *n_pieces)
{
    Reader reader = {.words = &numbers->words, .pieces = pieces, .at = i};
    double number;
    if (!take_small_words(&reader, &number)) return false;
    *value = (int32_t)number;
    *n_pieces = reader.at - i;
    return true;
}

bool pl_numbers_ordinal(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i,
                        int32_t *ordinal, uint32_t *n_pieces)
{
    const PlPieceWord *word = pl_piece_words_class(&numbers->words, pieces, i, ORDINAL, n_pieces);
    if (word) {
        *ordinal = (int32_t)word->number;
        return true;
    }
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    int32_t value = pl_numbers_digits(pl_piece_at(pieces, i));
    const PlPiece *ending = pl_piece_at(pieces, (int64_t)i + 1);
    if (value < 1 || !ending->is_glued) return false;
    for (size_t k = 0; k < 4; k++) {
        if (!pl_slice_is(ending->lower, endings[k])) continue;
        *ordinal = value;
        *n_pieces = 2;
        return true;
    }
    return false;
}

PlHedge pl_numbers_hedge(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i,
                         uint32_t *n_pieces)
{
    uint32_t n = 0;
    const PlPieceWord *word = pl_piece_words_match(&numbers->words, pieces, i, &n);
    PlHedge hedge = PL_HEDGE_NONE;
    if (word && word->class_ == ABOUT) hedge = PL_HEDGE_ABOUT;
    if (word && word->class_ == OVER) hedge = PL_HEDGE_OVER;
    if (word && word->class_ == UNDER) hedge = PL_HEDGE_UNDER;
    *n_pieces = hedge == PL_HEDGE_NONE ? 0 : n;
    return hedge;
}

bool pl_numbers_is_designator(const PlNumbers *numbers, const PlPieces *pieces, int64_t i)
{
    uint32_t n;
    return pl_piece_words_class(&numbers->words, pieces, i, DESIGNATOR, &n) != NULL;
}
