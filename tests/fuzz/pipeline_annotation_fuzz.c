/* Any report, through every layer; checks that what is found lies inside the text.
 *
 * The first byte says how the others are read: as the bytes of a report, or two by two as words of
 * the program's own tables, so that the layers that look for phrases get to see some.
 */
#include "pipeline/annotation.h"
#include "pipeline/nouns.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES_OF_A_TABLE = 40000 }; /* larger ones are lists of names and places */

typedef PL_VEC(PlSlice) Words;

static void check(bool holds)
{
    if (!holds) abort();
}

static void check_spans(const PlAnnotation *annotation)
{
    for (uint32_t n = 0; n < pl_n_report_nouns; n++) {
        const PlNoun *noun = &pl_report_nouns[n];
        PlRows rows = pl_noun_rows(noun, annotation);
        for (uint32_t row = 0; row < rows.n; row++)
            for (uint32_t f = 0; f < noun->n_fields; f++) {
                if (noun->fields[f].type != PL_FIELD_SPAN) continue;
                PlSpan span;
                const char *at = (const char *)rows.items + row * noun->row_size;
                memcpy(&span, at + noun->fields[f].offset, sizeof span);
                check(span.start_byte <= span.end_byte);
                check(span.end_byte <= annotation->article.text.len);
            }
    }
}

static void add_words(PlArena *arena, PlSlice text, Words *words)
{
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && !strchr("\t\n|;#", text.ptr[i])) continue;
        if (i > start) *pl_vec_push(arena, words) = (PlSlice){text.ptr + start, i - start};
        start = i + 1;
    }
}

static void find_words(PlArena *arena, Words *words)
{
    add_words(
        arena,
        pl_slice(".\t,\t\n\n\t\"\t\u201c\t\u201d\t-\t:\tthat\tand\tto\tKenya\tUganda\thas\tsaid\t"
                 "the president\the\twill\twas\tby\ta"),
        words);
    for (uint32_t i = 0; i < pl_n_data_files; i++)
        if (pl_data_files[i].len < MOST_BYTES_OF_A_TABLE)
            add_words(arena, pl_data_file(pl_data_files[i].name), words);
}

static PlSlice write_text(PlArena *arena, const Words *words, const uint8_t *bytes, size_t len)
{
    PL_VEC(char) text = {0};
    for (size_t i = 0; i + 1 < len; i += 2) {
        /* The common words come first: half of the numbers mean them. */
        uint32_t number = bytes[i] | (uint32_t)bytes[i + 1] << 8;
        PlSlice word = words->items[number & 1 ? (number >> 1) % 20 : number % words->n];
        for (size_t k = 0; k < word.len; k++)
            *pl_vec_push(arena, &text) = word.ptr[k];
        *pl_vec_push(arena, &text) = ' ';
    }
    return (PlSlice){text.items, text.n};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static ParleyModel model; /* the fuzzer runs one thread */
    static Words words;
    if (!model.talks) {
        pl_arena_init(&model.arena, 0);
        model.syntax = pl_syntax_model_load(&model.arena);
        model.mention = pl_mention_model_load(&model.arena);
        model.event = pl_event_model_load(&model.arena);
        model.quote = pl_quote_model_load(&model.arena);
        model.talks = pl_talks_model_load(&model.arena);
        find_words(&model.arena, &words);
    }
    PlArena arena;
    PlAnnotation annotation = {0};
    PlRawReport report = {.bytes = {(const char *)bytes, len}};
    pl_arena_init(&arena, 0);
    if (len > 0 && bytes[0] & 1) report.bytes = write_text(&arena, &words, bytes + 1, len - 1);
    pl_annotate(&arena, &model, &report, &annotation);
    check_spans(&annotation);
    pl_arena_clear(&arena);
    return 0;
}
