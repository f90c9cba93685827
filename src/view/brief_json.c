#include "view/brief.h"
#include "view/naming.h"

static void write_text(PlJson *json, const char *key, PlSlice value)
{
    pl_json_key(json, key);
    pl_json_string_or_null(json, value);
}

static void write_weight(PlJson *json, const PlRecord *record, uint32_t n_publishers,
                         const PlEvidence *evidence)
{
    pl_json_key(json, "publishers");
    pl_json_integer(json, n_publishers);
    pl_json_key(json, "evidence");
    pl_evidence_write_json(json, record, evidence);
}

static void write_facts(PlJson *json, const PlRecord *record, const PlBrief *brief)
{
    pl_json_key(json, "facts");
    pl_json_array(json);
    for (uint32_t f = 0; f < brief->facts.n; f++) {
        const PlBriefFact *fact = &brief->facts.items[f];
        for (uint32_t i = 0; i < fact->lines.n; i++) {
            const PlBriefLine *line = &fact->lines.items[i];
            pl_json_object(json);
            write_text(json, "attribute", pl_slice(fact->key));
            write_text(json, "value", line->text);
            write_weight(json, record, line->n_publishers, &line->evidence);
            pl_json_end(json);
        }
    }
    pl_json_end(json);
}

static void write_delegation(PlJson *json, const PlRecord *record,
                             const PlBriefDelegation *delegation)
{
    for (uint32_t f = 0; f < delegation->facts.n; f++) {
        const PlBriefFact *fact = &delegation->facts.items[f];
        bool is_level = pl_slice_is(pl_slice(fact->key), "level");
        for (uint32_t i = 0; i < fact->lines.n; i++) {
            const PlBriefLine *line = &fact->lines.items[i];
            pl_json_object(json);
            write_text(json, "party", pl_naming_actor_name(record, delegation->party));
            write_text(json, "person", is_level ? (PlSlice){0} : line->text);
            write_text(json, "office", line->note);
            write_text(json, "role", is_level ? PL_SLICE("body") : pl_slice(fact->key));
            write_text(json, "level", is_level ? line->text : (PlSlice){0});
            write_weight(json, record, line->n_publishers, &line->evidence);
            pl_json_end(json);
        }
    }
}

static void write_stances(PlJson *json, const PlRecord *record, const PlBriefStances *stances)
{
    for (uint32_t i = 0; i < stances->n; i++) {
        const PlBriefStance *stance = &stances->items[i];
        pl_json_object(json);
        write_text(json, "party", pl_naming_actor_name(record, stance->party));
        write_text(json, "issue", stance->issue);
        write_text(json, "stance", pl_slice(pl_stance_names[stance->stance]));
        write_text(json, "terms", stance->terms);
        write_weight(json, record, stance->n_publishers, &stance->evidence);
        pl_json_end(json);
    }
}

static void write_positions(PlJson *json, const PlRecord *record, const PlBrief *brief)
{
    pl_json_key(json, "positions");
    pl_json_array(json);
    for (uint32_t i = 0; i < brief->issues.n; i++)
        for (uint32_t p = 0; p < brief->n_columns; p++)
            write_stances(json, record, &brief->issues.items[i].by_party[p]);
    write_stances(json, record, &brief->others);
    pl_json_end(json);
}

static void write_sayings(PlJson *json, const PlRecord *record, const char *key, const char *who,
                          const char *what, const PlBriefLines *lines)
{
    pl_json_key(json, key);
    pl_json_array(json);
    for (uint32_t i = 0; i < lines->n; i++) {
        const PlBriefLine *line = &lines->items[i];
        pl_json_object(json);
        write_text(json, what, line->text);
        write_text(json, who, line->lead);
        write_text(json, "office", line->note);
        write_weight(json, record, line->n_publishers, &line->evidence);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_differences(PlJson *json, const PlRecord *record, const char *key,
                              const PlDifferencesSaid *said)
{
    pl_json_key(json, key);
    pl_json_array(json);
    for (uint32_t i = 0; i < said->n; i++)
        pl_difference_write_json(json, record, &said->items[i]);
    pl_json_end(json);
}

static void write_reports(PlJson *json, const PlRecord *record)
{
    pl_json_key(json, "reports");
    pl_json_array(json);
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlMetadata *metadata = &record->reports[r].article.metadata;
        pl_json_object(json);
        write_text(json, "id", metadata->id);
        write_text(json, "ref", record->refs[r]);
        write_text(json, "source", metadata->source);
        write_text(json, "published", metadata->published);
        write_text(json, "title", metadata->title);
        pl_json_end(json);
    }
    pl_json_end(json);
}

void pl_brief_write_json(PlBuffer *out, const PlRecord *record, const PlBrief *brief)
{
    PlJson json;
    pl_json_init(&json, out);
    pl_json_object(&json);
    write_text(&json, "title", brief->title);
    write_text(&json, "place", brief->place);
    write_text(&json, "date", brief->date);
    pl_json_key(&json, "publishers");
    pl_json_integer(&json, brief->n_publishers);
    if (record->other_talks.n) {
        pl_json_key(&json, "other_talks");
        pl_json_array(&json);
        for (uint32_t i = 0; i < record->other_talks.n; i++)
            pl_json_string(&json, record->other_talks.items[i]);
        pl_json_end(&json);
    }
    pl_json_key(&json, "parties");
    pl_json_array(&json);
    for (uint32_t i = 0; i < brief->parties.n; i++)
        pl_json_string(&json, pl_naming_actor_name(record, brief->parties.items[i]));
    pl_json_end(&json);
    write_facts(&json, record, brief);
    pl_json_key(&json, "delegations");
    pl_json_array(&json);
    for (uint32_t i = 0; i < brief->delegations.n; i++)
        write_delegation(&json, record, &brief->delegations.items[i]);
    pl_json_end(&json);
    write_positions(&json, record, brief);
    write_sayings(&json, record, "conditions", "holder", "text", &brief->conditions);
    write_sayings(&json, record, "quotes", "speaker", "quote", &brief->quotes);
    write_sayings(&json, record, "outlook", "holder", "text", &brief->outlook);
    write_differences(&json, record, "differences", &brief->differences);
    write_differences(&json, record, "agreements", &brief->agreements);
    write_reports(&json, record);
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}
