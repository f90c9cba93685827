#include "pipeline/nouns.h"

#include <assert.h>
#include <string.h>

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

/* A field of struct ROW, which each list of fields defines; its column is called after the member
 * unless it has to differ. */
#define NAMED(column, kind, member)                                                                \
    {                                                                                              \
        .name = (column), .type = PL_FIELD_##kind, .offset = offsetof(ROW, member)                 \
    }
#define FIELD(kind, member) NAMED(#member, kind, member)
#define INDEX(member, noun)                                                                        \
    {                                                                                              \
        .name = #member, .type = PL_FIELD_INDEX, .offset = offsetof(ROW, member), .target = (noun) \
    }
#define NAME(member, list, count)                                                                  \
    {                                                                                              \
        .name = #member, .type = PL_FIELD_NAME, .offset = offsetof(ROW, member), .names = (list),  \
        .n_names = (count)                                                                         \
    }

/* ---- the report ---- */

#define ROW PlAnnotation
static const PlField report_fields[] = {
    NAMED("source", TEXT, article.metadata.source),
    NAMED("url", TEXT, article.metadata.url),
    NAMED("title", TEXT, article.metadata.title),
    NAMED("published", TEXT, article.metadata.published),
    NAMED("language", TEXT, article.language),
    NAMED("dateline", SPAN, article.dateline),
    NAMED("dateline_place", TEXT, article.dateline_place),
    NAMED("n_replaced", COUNT, article.n_replaced),
    NAMED("text", TEXT, article.text),
};
#undef ROW

/* ---- rows of one report ---- */

#define ROW PlBlock
static const PlField block_fields[] = {
    FIELD(SPAN, span),
    NAME(kind, pl_block_kind_names, PL_N_BLOCK_KINDS),
};
#undef ROW

#define ROW PlSentenceRow
static const PlField sentence_fields[] = {FIELD(SPAN, span), INDEX(block, "blocks")};
#undef ROW

#define ROW PlMention
static const PlField mention_fields[] = {
    FIELD(SPAN, span),
    NAME(type, pl_entity_type_names, PL_N_ENTITY_TYPES),
    NAME(kind, pl_mention_kind_names, PL_N_MENTION_KINDS),
    INDEX(entity, "entities"),
};
#undef ROW

#define ROW PlEntity
static const PlField entity_fields[] = {
    FIELD(TEXT, name),     NAME(type, pl_entity_type_names, PL_N_ENTITY_TYPES),
    FIELD(TEXT, country),  FIELD(TEXT, code),
    FIELD(FLAG, is_named), FIELD(FLAG, is_group),
    FIELD(FLAG, is_state),
};
#undef ROW

#define ROW PlRole
static const PlField role_fields[] = {
    INDEX(entity, "entities"),
    FIELD(TEXT, title),
    FIELD(TEXT, of),
    INDEX(of_entity, "entities"),
    NAME(status, pl_role_status_names, PL_N_ROLE_STATUSES),
    FIELD(SPAN, span),
};
#undef ROW

#define ROW PlTime
static const PlField time_fields[] = {
    FIELD(SPAN, span),
    NAME(type, pl_time_type_names, PL_N_TIME_TYPES),
    FIELD(TEXT, value),
};
#undef ROW

#define ROW PlQuantity
static const PlField quantity_fields[] = {
    FIELD(SPAN, span),   FIELD(NUMBER, value), FIELD(NUMBER, low),
    FIELD(NUMBER, high), FIELD(TEXT, unit),    FIELD(TEXT, what),
};
#undef ROW

#define ROW PlPlace
static const PlField place_fields[] = {
    FIELD(SPAN, span),  INDEX(entity, "entities"), FIELD(TEXT, name),       FIELD(TEXT, country),
    FIELD(NUMBER, lat), FIELD(NUMBER, lon),        FIELD(COUNT, geonameid),
};
#undef ROW

#define ROW PlEvent
static const PlField event_fields[] = {
    FIELD(SPAN, span),
    FIELD(SPAN, trigger),
    FIELD(TEXT, frame),
    FIELD(TEXT, plover),
    FIELD(TEXT, mode),
    FIELD(TEXT, cameo),
    FIELD(FLAG, quad),
    FIELD(NUMBER, goldstein),
    NAME(status, pl_event_status_names, PL_N_EVENT_STATUSES),
    FIELD(TEXT, date),
    INDEX(place, "entities"),
};
#undef ROW

#define ROW PlEventActor
static const PlField event_actor_fields[] = {
    INDEX(event, "events"),    NAME(side, pl_event_side_names, PL_N_EVENT_SIDES),
    INDEX(entity, "entities"), FIELD(SPAN, span),
    FIELD(TEXT, code),
};
#undef ROW

#define ROW PlQuote
static const PlField quote_fields[] = {
    FIELD(SPAN, span),          NAME(kind, pl_quote_kind_names, PL_N_QUOTE_KINDS),
    INDEX(speaker, "entities"), NAMED("speaker", SPAN, speaker_span),
    FIELD(SPAN, cue),           INDEX(addressee, "entities"),
    INDEX(about, "entities"),   FIELD(SPAN, channel),
    FIELD(TEXT, date),
};
#undef ROW

#define ROW PlTalksFact
static const PlField talks_fields[] = {
    NAME(attribute, pl_talks_attribute_names, PL_N_TALKS_ATTRIBUTES),
    INDEX(entity, "entities"),
    FIELD(TEXT, value),
    FIELD(SPAN, span),
};
#undef ROW

#define ROW PlDelegation
static const PlField delegation_fields[] = {
    INDEX(party, "entities"),
    INDEX(person, "entities"),
    NAME(role, pl_delegation_role_names, PL_N_DELEGATION_ROLES),
    FIELD(TEXT, level),
    FIELD(SPAN, span),
};
#undef ROW

#define ROW PlPosition
static const PlField position_fields[] = {
    INDEX(party, "entities"), INDEX(holder, "entities"),
    FIELD(TEXT, issue),       NAME(stance, pl_stance_names, PL_N_STANCES),
    FIELD(TEXT, terms),       FIELD(SPAN, span),
};
#undef ROW

#define ROW PlCondition
static const PlField condition_fields[] = {
    FIELD(SPAN, condition),
    FIELD(SPAN, consequence),
    INDEX(holder, "entities"),
};
#undef ROW

#define ROW PlOutlook
static const PlField outlook_fields[] = {
    INDEX(holder, "entities"),
    NAME(polarity, pl_polarity_names, PL_N_POLARITIES),
    FIELD(SPAN, span),
};
#undef ROW

#define ROW PlClaim
static const PlField claim_fields[] = {
    INDEX(entity, "entities"), FIELD(TEXT, aspect), FIELD(TEXT, attribute),
    FIELD(TEXT, topic),        FIELD(TEXT, value),  INDEX(value_entity, "entities"),
    FIELD(TEXT, key),          FIELD(NUMBER, low),  FIELD(NUMBER, high),
    FIELD(SPAN, span),
};
#undef ROW

/* ---- rows across reports ---- */

#define ROW PlPublisherRow
static const PlField publisher_fields[] = {
    FIELD(REPORT, report),
    FIELD(TEXT, ref),
    FIELD(COUNT, publisher),
    FIELD(REPORT, original),
};
#undef ROW

#define ROW PlActor
static const PlField actor_fields[] = {
    FIELD(TEXT, name),     NAME(type, pl_entity_type_names, PL_N_ENTITY_TYPES),
    FIELD(TEXT, country),  FIELD(TEXT, code),
    FIELD(FLAG, is_named), FIELD(FLAG, is_group),
    FIELD(FLAG, is_state),
};
#undef ROW

#define ROW PlActorEntity
static const PlField actor_entity_fields[] = {
    INDEX(actor, "actors"),
    FIELD(REPORT, report),
    INDEX(entity, "entities"),
};
#undef ROW

#define ROW PlStory
static const PlField story_fields[] = {
    FIELD(TEXT, id),   FIELD(TEXT, title),         FIELD(TEXT, first),
    FIELD(TEXT, last), FIELD(COUNT, n_publishers),
};
#undef ROW

#define ROW PlStoryReport
static const PlField story_report_fields[] = {INDEX(story, "stories"), FIELD(REPORT, report)};
#undef ROW

#define ROW PlSharedText
static const PlField shared_text_fields[] = {
    FIELD(REPORT, report),
    NAMED("shares_with", REPORT, with),
    NAME(kind, pl_shared_text_kind_names, PL_N_SHARED_TEXT_KINDS),
    FIELD(NUMBER, containment),
    FIELD(NUMBER, resemblance),
};
#undef ROW

#define ROW PlHappening
static const PlField happening_fields[] = {
    FIELD(TEXT, id),
    FIELD(TEXT, plover),
    FIELD(TEXT, mode),
    FIELD(TEXT, cameo),
    FIELD(FLAG, quad),
    FIELD(NUMBER, goldstein),
    NAME(status, pl_event_status_names, PL_N_EVENT_STATUSES),
    FIELD(TEXT, date),
    INDEX(place, "actors"),
    FIELD(COUNT, n_mentions),
    FIELD(COUNT, n_reports),
    FIELD(COUNT, n_publishers),
};
#undef ROW

#define ROW PlHappeningActor
static const PlField happening_actor_fields[] = {
    INDEX(happening, "happenings"),
    NAME(side, pl_event_side_names, PL_N_EVENT_SIDES),
    INDEX(actor, "actors"),
    FIELD(TEXT, name),
    FIELD(TEXT, party),
    FIELD(TEXT, code),
};
#undef ROW

#define ROW PlHappeningMention
static const PlField happening_mention_fields[] = {
    INDEX(happening, "happenings"),
    FIELD(REPORT, report),
    INDEX(event, "events"),
};
#undef ROW

#define ROW PlDifference
static const PlField difference_fields[] = {
    FIELD(TEXT, subject),
    FIELD(TEXT, attribute),
    NAME(kind, pl_difference_kind_names, PL_N_DIFFERENCE_KINDS),
    INDEX(actor, "actors"),
    FIELD(COUNT, weight),
};
#undef ROW

#define ROW PlDifferenceValue
static const PlField difference_value_fields[] = {
    INDEX(difference, "differences"),
    FIELD(TEXT, value),
    FIELD(COUNT, n_publishers),
};
#undef ROW

#define ROW PlDifferenceEvidence
static const PlField difference_evidence_fields[] = {
    INDEX(value, "difference_values"),
    FIELD(REPORT, report),
    FIELD(SPAN, span),
};
#undef ROW

#define ROW PlRecordPosition
static const PlField record_position_fields[] = {
    INDEX(party, "actors"), FIELD(TEXT, issue), NAME(stance, pl_stance_names, PL_N_STANCES),
    FIELD(TEXT, terms),     FIELD(TEXT, first), FIELD(TEXT, last),
};
#undef ROW

#define ROW PlRecordPositionEvidence
static const PlField record_position_evidence_fields[] = {
    INDEX(position, "record_positions"),
    FIELD(REPORT, report),
    INDEX(holder, "actors"),
    FIELD(SPAN, span),
};
#undef ROW

/* ---- nouns ---- */

#define NOUN(table, row, offset, list)                                                             \
    {                                                                                              \
        .name = (table), .row_size = sizeof(row), .rows_offset = (offset), .fields = (list),       \
        .n_fields = COUNT_OF(list)                                                                 \
    }
#define OF_REPORT(table, row, member, list) NOUN(table, row, offsetof(PlAnnotation, member), list)
#define OF_RECORD(table, row, member, list) NOUN(table, row, offsetof(PlRecord, member), list)

const PlNoun pl_reports_noun = NOUN("reports", PlAnnotation, PL_NO_ROWS, report_fields);
const PlNoun pl_sentences_noun = NOUN("sentences", PlSentenceRow, PL_NO_ROWS, sentence_fields);
const PlNoun pl_publishers_noun = NOUN("publishers", PlPublisherRow, PL_NO_ROWS, publisher_fields);

const PlNoun pl_report_nouns[] = {
    OF_REPORT("blocks", PlBlock, article.blocks, block_fields),
    OF_REPORT("mentions", PlMention, mentions.mentions, mention_fields),
    OF_REPORT("entities", PlEntity, mentions.entities, entity_fields),
    OF_REPORT("roles", PlRole, mentions.roles, role_fields),
    OF_REPORT("times", PlTime, mentions.times, time_fields),
    OF_REPORT("quantities", PlQuantity, mentions.quantities, quantity_fields),
    OF_REPORT("places", PlPlace, mentions.places, place_fields),
    OF_REPORT("events", PlEvent, events.events, event_fields),
    OF_REPORT("event_actors", PlEventActor, events.actors, event_actor_fields),
    OF_REPORT("quotes", PlQuote, quotes.quotes, quote_fields),
    OF_REPORT("talks", PlTalksFact, talks.facts, talks_fields),
    OF_REPORT("delegations", PlDelegation, talks.delegations, delegation_fields),
    OF_REPORT("positions", PlPosition, talks.positions, position_fields),
    OF_REPORT("conditions", PlCondition, talks.conditions, condition_fields),
    OF_REPORT("outlook", PlOutlook, talks.outlook, outlook_fields),
    OF_REPORT("claims", PlClaim, claims.claims, claim_fields),
};
const uint32_t pl_n_report_nouns = COUNT_OF(pl_report_nouns);

const PlNoun pl_record_nouns[] = {
    OF_RECORD("actors", PlActor, actors.actors, actor_fields),
    OF_RECORD("actor_entities", PlActorEntity, actor_entities, actor_entity_fields),
    OF_RECORD("stories", PlStory, stories.stories, story_fields),
    OF_RECORD("story_reports", PlStoryReport, stories.reports, story_report_fields),
    OF_RECORD("shared_texts", PlSharedText, stories.shared_texts, shared_text_fields),
    OF_RECORD("happenings", PlHappening, happenings.happenings, happening_fields),
    OF_RECORD("happening_actors", PlHappeningActor, happenings.actors, happening_actor_fields),
    OF_RECORD("happening_mentions", PlHappeningMention, happenings.mentions,
              happening_mention_fields),
    OF_RECORD("differences", PlDifference, differences.differences, difference_fields),
    OF_RECORD("difference_values", PlDifferenceValue, differences.values, difference_value_fields),
    OF_RECORD("difference_evidence", PlDifferenceEvidence, differences.evidence,
              difference_evidence_fields),
    OF_RECORD("record_positions", PlRecordPosition, positions, record_position_fields),
    OF_RECORD("record_position_evidence", PlRecordPositionEvidence, position_evidence,
              record_position_evidence_fields),
};
const uint32_t pl_n_record_nouns = COUNT_OF(pl_record_nouns);

_Static_assert(sizeof(PlStance) == sizeof(uint32_t), "PL_FIELD_NAME is read as 32 bits");

PlRows pl_noun_rows(const PlNoun *noun, const void *owner)
{
    assert(noun->rows_offset != PL_NO_ROWS);
    PlRows rows;
    memcpy(&rows, (const char *)owner + noun->rows_offset, sizeof rows);
    return rows;
}

void pl_noun_set_rows(const PlNoun *noun, void *owner, PlRows rows)
{
    assert(noun->rows_offset != PL_NO_ROWS);
    memcpy((char *)owner + noun->rows_offset, &rows, sizeof rows);
}
