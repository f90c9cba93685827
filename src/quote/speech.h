/* Speech: the words that report speech, from data/en/speech-*.tsv, decoded once.
 *
 * owner    the arena given to pl_quote_model_load, immutable afterwards
 * threads  shared
 */
#ifndef PL_QUOTE_SPEECH_H
#define PL_QUOTE_SPEECH_H

#include "mention/noun_sorts.h"
#include "quote/quotes.h"

/* What may follow a word of speech; the table's head says what each means. */
typedef enum PlSpeechFrame {
    PL_SPEECH_THAT,
    PL_SPEECH_NP,
    PL_SPEECH_OBJECT,
    PL_SPEECH_OF,
    PL_SPEECH_FOR,
    PL_SPEECH_ON,
    PL_SPEECH_ABOUT,
    PL_SPEECH_AGAINST,
    PL_SPEECH_AT,
    PL_SPEECH_WITH,
    PL_SPEECH_TO,
    PL_SPEECH_NP_TO,
    PL_SPEECH_TO_NP,
    PL_SPEECH_IN,
    PL_SPEECH_OVER,
    PL_SPEECH_BY,
    PL_SPEECH_AS,
    PL_SPEECH_NAME,
    PL_SPEECH_WORDS,
    PL_N_SPEECH_FRAMES
} PlSpeechFrame;

extern const char *const pl_speech_frame_names[PL_N_SPEECH_FRAMES];

typedef struct PlSpeechEntry {
    uint32_t frames; /* bit 1 << PlSpeechFrame */
    uint8_t has_hearer;
    uint8_t has_about;
    uint8_t is_mind;
    uint8_t fits_things;
} PlSpeechEntry;

typedef struct PlSpeechTable {
    const PlLexicon *lexicon;
    const PlSpeechEntry *entries; /* [rows of the table] */
} PlSpeechTable;

struct PlQuoteModel {
    PlSpeechTable verbs;
    PlSpeechTable nouns;
    PlSpeechTable adjectives;
    PlSpeechTable phrases;
    const PlLexicon *support_verbs;
    const PlLexicon *works;
    const PlLexicon *channels;
    const PlLexicon *tellers;
    PlNounSorts noun_sorts;
};

bool pl_speech_has(const PlSpeechEntry *entry, PlSpeechFrame frame);

#endif
