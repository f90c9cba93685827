/* The tables of the talks layer, as loaded: inside this layer only.
 *
 * owner    the arena given to pl_talks_model_load, immutable afterwards
 * threads  shared
 */
#ifndef PL_TALKS_TALKS_MODEL_H
#define PL_TALKS_TALKS_MODEL_H

#include "talks/issues.h"
#include "talks/stances.h"
#include "talks/talks.h"

struct PlTalksModel {
    const PlIssues *issues;
    const PlStances *stances;
    const PlLexicon *conditions;
    const PlLexicon *outlook;
    const PlLexicon *prospects; /* what an outlook is about: "deal", "progress" */
    const PlLexicon *effects;   /* what deals are said to bring about */
    const PlLexicon *talk_nouns;
    const PlLexicon *levels;
    const PlLexicon *delegations; /* nouns for a body that is sent */
    const PlLexicon *speech;      /* verbs of saying */
    const PlLexicon *verdicts;    /* praise and blame */
    const PlLexicon *accords;     /* what has been agreed */
};

#endif
