#include "talks/past_talks.h"

enum { PAST_REACH = 12 };

PlTalkNoun pl_talk_noun(const PlReading *reading, uint32_t tok)
{
    const PlLexicon *nouns = reading->model->talk_nouns;
    if (!pl_reading_is_noun(reading, tok)) return PL_TALK_NONE;
    PlLexiconHit hit = pl_lexicon_match(nouns, reading->tokens, reading->syntax, tok);
    if (hit.row < 0) return PL_TALK_NONE;
    PlSlice kind =
        pl_lexicon_cell(nouns, hit.row, pl_table_column(pl_lexicon_table(nouns), "kind"));
    if (pl_slice_is(kind, "talks")) return PL_TALK_TALKS;
    return pl_slice_is(kind, "meeting") ? PL_TALK_MEETING : PL_TALK_OTHER;
}

bool pl_is_talk_noun(const PlReading *reading, uint32_t tok)
{
    return pl_talk_noun(reading, tok) != PL_TALK_NONE;
}

/* The year that the report is from, 0 when unknown. */
static int year_of(PlSlice date)
{
    int year = 0;
    for (size_t i = 0; i < 4; i++) {
        if (i >= date.len || date.ptr[i] < '0' || date.ptr[i] > '9') return 0;
        year = year * 10 + (date.ptr[i] - '0');
    }
    return year;
}

static bool is_earlier_year(const PlReading *reading, uint32_t tok)
{
    PlSlice form = reading->tokens->form[tok];
    if (form.len != 4 || (form.ptr[0] != '1' && form.ptr[0] != '2')) return false;
    int year = 0;
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] < '0' || form.ptr[i] > '9') return false;
        year = year * 10 + (form.ptr[i] - '0');
    }
    int now = year_of(reading->article->metadata.published);
    return year > 1900 && year < 2100 && (now == 0 || year < now);
}

bool pl_is_past_talk(const PlReading *reading, uint32_t tok)
{
    PlToks clause = pl_reading_clause(reading, tok);
    if (tok - clause.first > PAST_REACH) clause.first = tok - PAST_REACH;
    if (clause.end - tok > PAST_REACH) clause.end = tok + PAST_REACH;
    for (uint32_t i = clause.first; i < clause.end; i++) {
        if (pl_word_in(reading->tokens->lower[i], "previously|previous|earlier|failed|past|former"))
            if (i + 1 >= clause.end || !pl_reading_is(reading, i + 1, "this")) {
                /* "former minister" speaks of the person, not of the talks. */
                bool of_talks = !pl_reading_is(reading, i, "former");
                for (uint32_t k = i + 1; !of_talks && k < clause.end && k <= i + 2; k++)
                    of_talks = pl_is_talk_noun(reading, k);
                if (of_talks) return true;
            }
        /* "the first since 2009" dates what was before. */
        bool since = i > clause.first && pl_word_in(reading->tokens->lower[i - 1], "since");
        since |= i > clause.first + 1 && pl_word_in(reading->tokens->lower[i - 2], "since");
        if (!since && is_earlier_year(reading, i)) return true;
    }
    return false;
}
