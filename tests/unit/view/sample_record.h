/* A record made by hand, so that the views are tested without the engine: three reports on talks
 * between two invented states over a river, one report a copy of another. */
#ifndef SAMPLE_RECORD_H
#define SAMPLE_RECORD_H

#include <math.h>
#include <string.h>

#include "pipeline/record.h"

enum { SAMPLE_N_REPORTS = 4 };

/* Actors, sorted by type then name as pl_actors_link sorts them. */
typedef enum SampleActor {
    ACTOR_KATZ,
    ACTOR_MARSH,
    ACTOR_REHN,
    ACTOR_VOSS,
    ACTOR_COUNCIL,
    ACTOR_ALDOVA,
    ACTOR_MERISIA,
    ACTOR_SELWYN,
    N_SAMPLE_ACTORS
} SampleActor;

/* One sentence a line, an empty line between paragraphs; a line that begins with '#' is not
 * article. */
static const char *const sample_texts[SAMPLE_N_REPORTS] = {
    /* basin-herald-0307 */
    "Dam talks open in Port Selwyn\n"
    "\n"
    "Aldova and Merisia opened talks on the Grey Dam in Port Selwyn on Thursday.\n"
    "The River Council is the host.\n"
    "Foreign Minister Ilena Marsh leads a high-level Aldovan delegation.\n"
    "\n"
    "“We will not sign anything before the gates are open,” Marsh said.\n"
    "Aldova demands 40 percent of the water, at once.\n"
    "Merisia rejects a fixed share.\n"
    "Its envoy Tomas Rehn said that a joint commission was possible.\n"
    "Hopes for a quick deal are slim.\n"
    "\n"
    "# Share this story\n",
    /* coast-wire-0307: a copy of the first */
    "Dam talks open in Port Selwyn\n"
    "\n"
    "Aldova and Merisia opened talks on the Grey Dam in Port Selwyn on Thursday.\n"
    "The River Council is the host.\n"
    "Foreign Minister Ilena Marsh leads a high-level Aldovan delegation.\n",
    /* hill-post-0308 */
    "Merisia offers a commission on the Grey Dam\n"
    "\n"
    "Merisia offered a joint commission on Friday, the second day of talks in Port Selwyn.\n"
    "Tomas Rehn, a former energy minister, heads its delegation.\n"
    "“Nothing can be settled before the gates are open,” Ilena Marsh repeated.\n"
    "Aldova wants 40 percent of the water.\n"
    "President Bero Katz of Merisia stayed at home.\n"
    "Diplomats called the Aldovan team mid-level.\n"
    "Merisia had proposed the talks.\n",
    /* quay-times-0308 */
    "A river between them\n"
    "\n"
    "It was Aldova that proposed the talks, said Lena Voss of the River Council.\n"
    "“Both sides want a deal & both need <water>,” Voss said.\n"
    "She expects an agreement within days.\n"
    "Merisia will not discuss the dam unless Aldova lifts its toll.\n"};

typedef struct SampleReport {
    const char *id;
    const char *source;
    const char *published;
} SampleReport;

static const SampleReport sample_reports[SAMPLE_N_REPORTS] = {
    {"basin-herald-0307", "The Basin Herald", "2024-03-07"},
    {"coast-wire-0307", "Coast Wire", "2024-03-07"},
    {"hill-post-0308", "Hill Post", "2024-03-08"},
    {"quay-times-0308", "Quay Times", "2024-03-08"}};

typedef struct SampleEntity {
    const char *name;
    PlEntityType type;
    const char *country;
    const char *code;
    bool is_state;
} SampleEntity;

static const SampleEntity sample_actors[N_SAMPLE_ACTORS] = {
    [ACTOR_KATZ] = {"Bero Katz", PL_ENTITY_PER, "MRS", "MRSGOV", false},
    [ACTOR_MARSH] = {"Ilena Marsh", PL_ENTITY_PER, "ALD", "ALDGOV", false},
    [ACTOR_REHN] = {"Tomas Rehn", PL_ENTITY_PER, "MRS", "MRSGOV", false},
    [ACTOR_VOSS] = {"Lena Voss", PL_ENTITY_PER, "IGO", "IGO", false},
    [ACTOR_COUNCIL] = {"River Council", PL_ENTITY_ORG, "IGO", "IGO", false},
    [ACTOR_ALDOVA] = {"Aldova", PL_ENTITY_LOC, "ALD", "ALDGOV", true},
    [ACTOR_MERISIA] = {"Merisia", PL_ENTITY_LOC, "MRS", "MRSGOV", true},
    [ACTOR_SELWYN] = {"Port Selwyn", PL_ENTITY_LOC, "", "", false},
};

/* The first place of `words` in report `r`; asserts that there is one. */
static PlSpan sample_span(const PlRecord *record, int32_t r, const char *words)
{
    PlSlice text = record->reports[r].article.text;
    ptrdiff_t at = pl_slice_find(text, pl_slice(words));
    assert_true(at >= 0);
    return (PlSpan){(uint32_t)at, (uint32_t)((size_t)at + strlen(words))};
}

static void sample_add_block(PlArena *arena, PlAnnotation *report, PlSpan span)
{
    char first = report->article.text.ptr[span.start_byte];
    PlBlockKind kind = first == '#' ? PL_BLOCK_WIDGET : PL_BLOCK_PARAGRAPH;
    if (report->article.blocks.n == 0) kind = PL_BLOCK_TITLE;
    *pl_vec_push(arena, &report->article.blocks) = (PlBlock){span, kind};
}

static void sample_cut(PlArena *arena, PlAnnotation *report)
{
    PlSlice text = report->article.text;
    PL_VEC(PlSpan) sentences = {0};
    PlSpan block = {0};
    for (uint32_t byte = 0; byte < text.len;) {
        uint32_t end = byte;
        while (end < text.len && text.ptr[end] != '\n')
            end++;
        if (end == byte) {
            sample_add_block(arena, report, block);
            block = (PlSpan){0};
        } else {
            if (pl_span_empty(block)) block.start_byte = byte;
            block.end_byte = end;
            if (text.ptr[byte] != '#') *pl_vec_push(arena, &sentences) = (PlSpan){byte, end};
        }
        byte = end + 1;
    }
    sample_add_block(arena, report, block);
    report->tokens.text = text;
    report->tokens.n_sents = sentences.n;
    report->tokens.sent_span = sentences.items;
}

/* Every report has every entity under the actor's own number; mentions are its names. */
static void sample_add_entities(PlArena *arena, PlRecord *record, int32_t r)
{
    PlAnnotation *report = &record->reports[r];
    PlSlice text = report->article.text;
    for (int32_t a = 0; a < N_SAMPLE_ACTORS; a++) {
        const SampleEntity *who = &sample_actors[a];
        *pl_vec_push(arena, &report->mentions.entities) =
            (PlEntity){.name = pl_slice(who->name),
                       .type = who->type,
                       .country = pl_slice(who->country),
                       .code = pl_slice(who->code),
                       .is_named = 1,
                       .is_state = who->is_state};
    }
    for (uint32_t byte = 0; byte < text.len; byte++) {
        for (int32_t a = 0; a < N_SAMPLE_ACTORS; a++) {
            PlSlice rest = {text.ptr + byte, text.len - byte};
            if (!pl_slice_starts(rest, sample_actors[a].name)) continue;
            uint32_t end = byte + (uint32_t)strlen(sample_actors[a].name);
            *pl_vec_push(arena, &report->mentions.mentions) =
                (PlMention){.span = {byte, end},
                            .type = sample_actors[a].type,
                            .kind = PL_MENTION_NAME,
                            .entity = a};
        }
    }
}

static void sample_add_role(PlArena *arena, PlRecord *record, int32_t r, SampleActor who,
                            const char *title, const char *of, PlRoleStatus status,
                            const char *words)
{
    *pl_vec_push(arena, &record->reports[r].mentions.roles) =
        (PlRole){.entity = (int32_t)who,
                 .title = pl_slice(title),
                 .of = pl_slice(of),
                 .of_entity = -1,
                 .status = status,
                 .span = sample_span(record, r, words)};
}

static void sample_add_fact(PlArena *arena, PlRecord *record, int32_t r, PlTalksAttribute attribute,
                            int32_t entity, const char *value, const char *words)
{
    *pl_vec_push(arena, &record->reports[r].talks.facts) =
        (PlTalksFact){attribute, entity, pl_slice(value), sample_span(record, r, words)};
}

static void sample_add_delegation(PlArena *arena, PlRecord *record, int32_t r, int32_t party,
                                  int32_t person, PlDelegationRole role, const char *level,
                                  const char *words)
{
    *pl_vec_push(arena, &record->reports[r].talks.delegations) =
        (PlDelegation){party, person, role, pl_slice(level), sample_span(record, r, words)};
}

static void sample_add_quote(PlArena *arena, PlRecord *record, int32_t r, SampleActor speaker,
                             PlQuoteKind kind, int32_t about, const char *words, const char *cue)
{
    *pl_vec_push(arena, &record->reports[r].quotes.quotes) =
        (PlQuote){.span = sample_span(record, r, words),
                  .cue = sample_span(record, r, cue),
                  .kind = kind,
                  .speaker = (int32_t)speaker,
                  .addressee = -1,
                  .about = about};
}

static void sample_add_event(PlArena *arena, PlRecord *record, int32_t r, const char *plover,
                             const char *cameo, const char *date, SampleActor source,
                             SampleActor target, const char *words, const char *trigger)
{
    PlEvents *events = &record->reports[r].events;
    int32_t event = (int32_t)events->events.n;
    *pl_vec_push(arena, &events->events) = (PlEvent){.span = sample_span(record, r, words),
                                                     .trigger = sample_span(record, r, trigger),
                                                     .plover = pl_slice(plover),
                                                     .cameo = pl_slice(cameo),
                                                     .quad = 1,
                                                     .goldstein = 2.8,
                                                     .status = PL_EVENT_ACTUAL,
                                                     .date = pl_slice(date),
                                                     .place = ACTOR_SELWYN};
    *pl_vec_push(arena, &events->actors) =
        (PlEventActor){.event = event,
                       .side = PL_EVENT_SOURCE,
                       .entity = (int32_t)source,
                       .span = sample_span(record, r, words),
                       .code = pl_slice(sample_actors[source].code)};
    *pl_vec_push(arena, &events->actors) =
        (PlEventActor){.event = event,
                       .side = PL_EVENT_TARGET,
                       .entity = (int32_t)target,
                       .span = sample_span(record, r, words),
                       .code = pl_slice(sample_actors[target].code)};
}

static void sample_add_position(PlArena *arena, PlRecord *record, int32_t party, const char *issue,
                                PlStance stance, const char *terms)
{
    *pl_vec_push(arena, &record->positions) = (PlRecordPosition){.party = party,
                                                                 .issue = pl_slice(issue),
                                                                 .stance = stance,
                                                                 .terms = pl_slice(terms),
                                                                 .first = PL_SLICE("2024-03-07"),
                                                                 .last = PL_SLICE("2024-03-08")};
}

static void sample_add_position_evidence(PlArena *arena, PlRecord *record, int32_t r,
                                         const char *words)
{
    const PlRecordPosition *position = &record->positions.items[record->positions.n - 1];
    PlSpan span = sample_span(record, r, words);
    *pl_vec_push(arena, &record->position_evidence) =
        (PlRecordPositionEvidence){(int32_t)record->positions.n - 1, r, -1, span};
    *pl_vec_push(arena, &record->reports[r].talks.positions) =
        (PlPosition){position->party, -1, position->issue, position->stance, position->terms, span};
}

static void sample_add_difference(PlArena *arena, PlRecord *record, const char *subject,
                                  const char *attribute, PlDifferenceKind kind)
{
    *pl_vec_push(arena, &record->differences.differences) = (PlDifference){
        .subject = pl_slice(subject), .attribute = pl_slice(attribute), .kind = kind, .actor = -1};
}

static void sample_add_value(PlArena *arena, PlRecord *record, const char *value,
                             uint32_t n_publishers, int32_t r, const char *words)
{
    PlDifferences *all = &record->differences;
    *pl_vec_push(arena, &all->values) =
        (PlDifferenceValue){(int32_t)all->differences.n - 1, pl_slice(value), n_publishers};
    *pl_vec_push(arena, &all->evidence) =
        (PlDifferenceEvidence){(int32_t)all->values.n - 1, r, sample_span(record, r, words)};
}

static void sample_add_talks(PlArena *arena, PlRecord *record)
{
    sample_add_fact(arena, record, 0, PL_TALKS_PARTY, ACTOR_ALDOVA, "", "Aldova and Merisia");
    sample_add_fact(arena, record, 0, PL_TALKS_PARTY, ACTOR_MERISIA, "", "Aldova and Merisia");
    sample_add_fact(arena, record, 2, PL_TALKS_PARTY, ACTOR_MERISIA, "", "Merisia offered");
    sample_add_fact(arena, record, 0, PL_TALKS_PLACE, ACTOR_SELWYN, "", "Port Selwyn on");
    sample_add_fact(arena, record, 1, PL_TALKS_PLACE, ACTOR_SELWYN, "", "Port Selwyn on");
    sample_add_fact(arena, record, 2, PL_TALKS_PLACE, ACTOR_SELWYN, "", "Port Selwyn");
    sample_add_fact(arena, record, 0, PL_TALKS_DATE, -1, "2024-03-07", "on Thursday");
    sample_add_fact(arena, record, 2, PL_TALKS_DATE, -1, "2024-03-07/2024-03-08", "on Friday");
    sample_add_fact(arena, record, 0, PL_TALKS_HOST, ACTOR_COUNCIL, "", "River Council");
    sample_add_fact(arena, record, 2, PL_TALKS_PROPOSER, ACTOR_MERISIA, "", "had proposed");
    sample_add_fact(arena, record, 3, PL_TALKS_PROPOSER, ACTOR_ALDOVA, "", "that proposed");
    for (int32_t r = 0; r < 2; r++)
        sample_add_delegation(arena, record, r, ACTOR_ALDOVA, ACTOR_MARSH, PL_DELEGATION_HEAD, "",
                              "Foreign Minister Ilena Marsh leads");
    sample_add_delegation(arena, record, 0, ACTOR_ALDOVA, -1, PL_DELEGATION_BODY, "high-level",
                          "a high-level Aldovan delegation");
    sample_add_delegation(arena, record, 2, ACTOR_MERISIA, ACTOR_REHN, PL_DELEGATION_HEAD, "",
                          "heads its delegation");
    sample_add_delegation(arena, record, 2, ACTOR_MERISIA, ACTOR_KATZ, PL_DELEGATION_ABSENT, "",
                          "stayed at home");
    sample_add_delegation(arena, record, 2, ACTOR_ALDOVA, -1, PL_DELEGATION_BODY, "mid-level",
                          "called the Aldovan team mid-level");
    *pl_vec_push(arena, &record->reports[3].talks.conditions) =
        (PlCondition){sample_span(record, 3, "unless Aldova lifts its toll"),
                      sample_span(record, 3, "Merisia will not discuss the dam"), ACTOR_MERISIA};
    *pl_vec_push(arena, &record->reports[0].talks.outlook) = (PlOutlook){
        -1, PL_OUTLOOK_PESSIMISTIC, sample_span(record, 0, "Hopes for a quick deal are slim")};
    *pl_vec_push(arena, &record->reports[3].talks.outlook) =
        (PlOutlook){ACTOR_VOSS, PL_OUTLOOK_OPTIMISTIC,
                    sample_span(record, 3, "She expects an agreement within days")};
}

static void sample_add_findings(PlArena *arena, PlRecord *record)
{
    for (int32_t r = 0; r < 2; r++)
        sample_add_role(arena, record, r, ACTOR_MARSH, "foreign minister", "Aldova",
                        PL_ROLE_CURRENT, "Foreign Minister");
    sample_add_role(arena, record, 0, ACTOR_REHN, "envoy", "", PL_ROLE_CURRENT, "envoy");
    sample_add_role(arena, record, 2, ACTOR_REHN, "energy minister", "", PL_ROLE_FORMER,
                    "a former energy minister");
    sample_add_role(arena, record, 2, ACTOR_KATZ, "president", "Merisia", PL_ROLE_CURRENT,
                    "President");
    sample_add_quote(arena, record, 0, ACTOR_MARSH, PL_QUOTE_DIRECT, -1,
                     "We will not sign anything before the gates are open,", "said");
    sample_add_quote(arena, record, 0, ACTOR_REHN, PL_QUOTE_INDIRECT, -1,
                     "a joint commission was possible", "said");
    sample_add_quote(arena, record, 2, ACTOR_MARSH, PL_QUOTE_DIRECT, -1,
                     "Nothing can be settled before the gates are open,", "repeated");
    sample_add_quote(arena, record, 3, ACTOR_VOSS, PL_QUOTE_INDIRECT, ACTOR_ALDOVA,
                     "It was Aldova that proposed the talks", "said");
    sample_add_quote(arena, record, 3, ACTOR_VOSS, PL_QUOTE_DIRECT, -1,
                     "Both sides want a deal & both need <water>,", "said");
    for (int32_t r = 0; r < 2; r++)
        sample_add_event(arena, record, r, "CONSULT", "046", "2024-03-07", ACTOR_ALDOVA,
                         ACTOR_MERISIA, "Aldova and Merisia opened talks", "opened talks");
    sample_add_event(arena, record, 2, "COOPERATE", "035", "2024-03-08", ACTOR_MERISIA,
                     ACTOR_ALDOVA, "Merisia offered a joint commission on Friday", "offered");
    sample_add_position(arena, record, ACTOR_ALDOVA, "water-share", PL_STANCE_DEMANDS,
                        "40 percent");
    sample_add_position_evidence(arena, record, 0, "Aldova demands 40 percent of the water");
    sample_add_position_evidence(arena, record, 2, "Aldova wants 40 percent of the water");
    sample_add_position(arena, record, ACTOR_MERISIA, "joint_commission", PL_STANCE_OFFERS, "");
    sample_add_position_evidence(arena, record, 2, "Merisia offered a joint commission");
    sample_add_position(arena, record, ACTOR_MERISIA, "water-share", PL_STANCE_REJECTS,
                        "a fixed share");
    sample_add_position_evidence(arena, record, 0, "Merisia rejects a fixed share");
    sample_add_difference(arena, record, "talks", "proposer", PL_DIFFERENCE_CONTRADICTION);
    sample_add_value(arena, record, "Merisia", 1, 2, "had proposed");
    sample_add_value(arena, record, "Aldova", 1, 3, "that proposed");
    sample_add_difference(arena, record, "delegation of Aldova", "level",
                          PL_DIFFERENCE_CHARACTERISATION);
    sample_add_value(arena, record, "high-level", 1, 0, "high-level");
    sample_add_value(arena, record, "mid-level", 1, 2, "mid-level");
    sample_add_difference(arena, record, "talks", "place", PL_DIFFERENCE_AGREEMENT);
    sample_add_value(arena, record, "Port Selwyn", 2, 0, "Port Selwyn on");
    *pl_vec_push(arena, &record->differences.evidence) = (PlDifferenceEvidence){
        (int32_t)record->differences.values.n - 1, 2, sample_span(record, 2, "Port Selwyn")};
}

static void sample_add_story(PlArena *arena, PlRecord *record, const char *id, const char *title,
                             const char *first, uint32_t n_publishers)
{
    *pl_vec_push(arena, &record->stories.stories) =
        (PlStory){pl_slice(id), pl_slice(title), pl_slice(first), pl_slice(first), n_publishers};
}

static void sample_add_stories(PlArena *arena, PlRecord *record)
{
    static int32_t publisher_of[SAMPLE_N_REPORTS] = {0, 0, 1, 2};
    record->stories.publisher_of = publisher_of;
    static int32_t original_of[SAMPLE_N_REPORTS] = {0, 0, 2, 3};
    record->stories.original_of = original_of;
    *pl_vec_push(arena, &record->stories.shared_texts) =
        (PlSharedText){1, 0, PL_SHARED_COPY, 0.875, 0.5};
    *pl_vec_push(arena, &record->stories.shared_texts) =
        (PlSharedText){3, 2, PL_SHARED_FURNITURE, 0.25, 0.21};
    sample_add_story(arena, record, sample_reports[0].id, "Dam talks open in Port Selwyn",
                     "2024-03-07", 1);
    sample_add_story(arena, record, sample_reports[2].id,
                     "Merisia offers a commission on the Grey Dam", "2024-03-08", 2);
    for (int32_t r = 0; r < SAMPLE_N_REPORTS; r++)
        *pl_vec_push(arena, &record->stories.reports) = (PlStoryReport){r / 2, r};
}

static void sample_add_happenings(PlArena *arena, PlRecord *record)
{
    PlHappeningInput inputs[SAMPLE_N_REPORTS];
    for (int32_t r = 0; r < SAMPLE_N_REPORTS; r++)
        inputs[r] = (PlHappeningInput){.article = &record->reports[r].article,
                                       .mentions = &record->reports[r].mentions,
                                       .events = &record->reports[r].events,
                                       .actor_of = record->actors.actor_of[r],
                                       .publisher = record->stories.publisher_of[r]};
    pl_happenings_find(arena, inputs, SAMPLE_N_REPORTS, &record->actors, &record->stories,
                       &record->happenings);
}

/* Everything in `arena`. */
static void sample_record_make(PlArena *arena, PlRecord *record)
{
    *record = (PlRecord){.n_reports = SAMPLE_N_REPORTS};
    record->reports = pl_arena_array(arena, PlAnnotation, SAMPLE_N_REPORTS);
    record->refs = pl_arena_array(arena, PlSlice, SAMPLE_N_REPORTS);
    record->actors.actor_of = pl_arena_array(arena, int32_t *, SAMPLE_N_REPORTS);
    for (int32_t a = 0; a < N_SAMPLE_ACTORS; a++)
        *pl_vec_push(arena, &record->actors.actors) = (PlActor){pl_slice(sample_actors[a].name),
                                                                sample_actors[a].type,
                                                                pl_slice(sample_actors[a].country),
                                                                pl_slice(sample_actors[a].code),
                                                                1,
                                                                0,
                                                                sample_actors[a].is_state};
    for (int32_t r = 0; r < SAMPLE_N_REPORTS; r++) {
        PlArticle *article = &record->reports[r].article;
        article->text = pl_slice(sample_texts[r]);
        article->language = PL_SLICE("en");
        article->metadata = (PlMetadata){.id = pl_slice(sample_reports[r].id),
                                         .source = pl_slice(sample_reports[r].source),
                                         .published = pl_slice(sample_reports[r].published)};
        article->metadata.title = (PlSlice){article->text.ptr, strcspn(article->text.ptr, "\n")};
        record->refs[r] = (PlSlice){sample_reports[r].id, 3};
        record->actors.actor_of[r] = pl_arena_array(arena, int32_t, N_SAMPLE_ACTORS);
        for (int32_t a = 0; a < N_SAMPLE_ACTORS; a++)
            record->actors.actor_of[r][a] = a;
        sample_cut(arena, &record->reports[r]);
        sample_add_entities(arena, record, r);
    }
    sample_add_talks(arena, record);
    sample_add_findings(arena, record);
    sample_add_stories(arena, record);
    sample_add_happenings(arena, record);
}

#endif
