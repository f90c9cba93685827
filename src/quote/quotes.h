/* Quotes: who said what.
 *
 * direct    the words between quotation marks, attributed: "We are ready," she said
 * indirect  reported words: she said that they were ready
 * mixed     reported words with quoted ones inside; the quoted ones are direct rows of their own
 * attitude  what somebody is told to think, feel, want or judge, said or not: she hopes for a deal;
 *           what somebody did not say, or is still to say; and, without a speaker, what nobody
 *           named says or thinks: the talks are expected to fail
 * heading   a quoted crosshead or headline: not attributed by itself
 * scare     words in marks that nobody is said to have said; not attributed
 *
 * A direct span is what stands between the marks, without the marks. A quotation that goes on after
 * "she said", or over paragraphs, is one row for each stretch.
 *
 * owner    `arena`
 * threads  the model is shared
 */
#ifndef PL_QUOTE_QUOTES_H
#define PL_QUOTE_QUOTES_H

#include "mention/mentions.h"

typedef enum PlQuoteKind {
    PL_QUOTE_DIRECT,
    PL_QUOTE_INDIRECT,
    PL_QUOTE_MIXED,
    PL_QUOTE_ATTITUDE,
    PL_QUOTE_HEADING,
    PL_QUOTE_SCARE,
    PL_N_QUOTE_KINDS
} PlQuoteKind;

extern const char *const pl_quote_kind_names[PL_N_QUOTE_KINDS];

typedef struct PlQuote {
    PlSpan span;
    PlQuoteKind kind;
    uint8_t is_unsaid;   /* an attitude that is denied or to come; not kept in the record */
    int32_t speaker;     /* entity, -1 = not attributed */
    PlSpan speaker_span; /* the words that name the speaker here, "he"; may be empty */
    PlSpan cue;          /* "said", "according to"; may be empty */
    int32_t addressee;   /* entity, -1 = none */
    int32_t about;       /* entity, -1 = none */
    PlSpan channel;      /* "a post on X"; may be empty */
    PlSlice date;        /* when it was said, as the cue's sentence tells: TIMEX3; may be empty */
} PlQuote;

typedef struct PlQuotes {
    PL_VEC(PlQuote) quotes; /* sorted by start, then longer first */
} PlQuotes;

typedef struct PlQuoteModel PlQuoteModel;
const PlQuoteModel *pl_quote_model_load(PlArena *arena);

void pl_quotes_find(PlArena *arena, const PlQuoteModel *model, const PlArticle *article,
                    const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                    PlQuotes *quotes);

#endif
