#include "view/event_table_parts.h"

#include <math.h>
#include <string.h>

#include "view/escape.h"
#include "view/happening_ids.h"
#include "view/naming.h"

const PlEventTable pl_event_tables[PARLEY_N_EVENT_TABLES] = {
    [PARLEY_EVENTS_GDELT] =
        {PARLEY_EVENTS_GDELT, "gdelt.export.CSV",
         "GLOBALEVENTID|SQLDATE|MonthYear|Year|FractionDate|Actor1Code|Actor1Name|"
         "Actor1CountryCode|Actor1KnownGroupCode|Actor1EthnicCode|Actor1Religion1Code|"
         "Actor1Religion2Code|Actor1Type1Code|Actor1Type2Code|Actor1Type3Code|"
         "Actor2Code|Actor2Name|Actor2CountryCode|Actor2KnownGroupCode|Actor2EthnicCode|"
         "Actor2Religion1Code|Actor2Religion2Code|Actor2Type1Code|Actor2Type2Code|"
         "Actor2Type3Code|IsRootEvent|EventCode|EventBaseCode|EventRootCode|QuadClass|"
         "GoldsteinScale|NumMentions|NumSources|NumArticles|AvgTone|Actor1Geo_Type|"
         "Actor1Geo_FullName|Actor1Geo_CountryCode|Actor1Geo_ADM1Code|"
         "Actor1Geo_ADM2Code|Actor1Geo_Lat|Actor1Geo_Long|Actor1Geo_FeatureID|"
         "Actor2Geo_Type|Actor2Geo_FullName|Actor2Geo_CountryCode|Actor2Geo_ADM1Code|"
         "Actor2Geo_ADM2Code|Actor2Geo_Lat|Actor2Geo_Long|Actor2Geo_FeatureID|"
         "ActionGeo_Type|ActionGeo_FullName|ActionGeo_CountryCode|ActionGeo_ADM1Code|"
         "ActionGeo_ADM2Code|ActionGeo_Lat|ActionGeo_Long|ActionGeo_FeatureID|DATEADDED|"
         "SOURCEURL",
         false},
    [PARLEY_EVENTS_GDELT_MENTIONS] =
        {PARLEY_EVENTS_GDELT_MENTIONS, "gdelt.mentions.CSV",
         "GLOBALEVENTID|EventTimeDate|MentionTimeDate|MentionType|MentionSourceName|"
         "MentionIdentifier|SentenceID|Actor1CharOffset|Actor2CharOffset|"
         "ActionCharOffset|InRawText|Confidence|MentionDocLen|MentionDocTone|"
         "MentionDocTranslationInfo|Extras",
         false},
    [PARLEY_EVENTS_ICEWS] =
        {PARLEY_EVENTS_ICEWS, "icews.tab",
         "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|"
         "CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|"
         "Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude",
         true},
    [PARLEY_EVENTS_POLECAT] =
        {PARLEY_EVENTS_POLECAT, "polecat.txt",
         "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|"
         "Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|"
         "Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|"
         "Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
         "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|"
         "District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
         "Feature Type|Source|Publication Date|Story People|Story Organizations|"
         "Story Locations|Language|Version",
         true},
};

enum {
    STEP_BYTES = 1024,
    MOST_PLACED = 8
}; /* mentions in whose reports a place's coordinates are looked for */

/* ---- rows ---- */

void pl_row_text(PlTableRow *row, PlSlice text)
{
    if (row->n_fields++) pl_buffer_putc(row->out, '\t');
    pl_buffer_put(row->out, pl_escape_line(row->arena, text));
}

void pl_row_empty(PlTableRow *row, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        pl_row_text(row, (PlSlice){0});
}

void pl_row_integer(PlTableRow *row, int64_t number)
{
    pl_row_text(row, pl_arena_format(row->arena, "%lld", (long long)number));
}

void pl_row_number(PlTableRow *row, double number)
{
    if (isnan(number))
        pl_row_empty(row, 1);
    else
        pl_row_text(row, pl_arena_format(row->arena, "%.6g", number));
}

void pl_row_end(PlTableRow *row)
{
    pl_buffer_putc(row->out, '\n');
    row->n_fields = 0;
}

PlSlice pl_digits_of(PlArena *arena, PlSlice iso, size_t n_digits)
{
    char *digits = pl_arena_array(arena, char, n_digits + 1);
    size_t n = 0;
    for (size_t i = 0; i < iso.len && n < n_digits; i++) {
        if (iso.ptr[i] >= '0' && iso.ptr[i] <= '9')
            digits[n++] = iso.ptr[i];
        else if (iso.ptr[i] != '-' && iso.ptr[i] != ':' && iso.ptr[i] != 'T')
            break; /* a week, a season */
    }
    return n == n_digits ? (PlSlice){digits, n} : (PlSlice){0};
}

/* ---- events ---- */

static bool is_in_tables(const PlHappening *happening)
{
    return happening->status != PL_EVENT_NEGATED && happening->status != PL_EVENT_HYPOTHETICAL;
}

/* The first actor of each party of a side; who acts for nobody known is a party. */
static void find_parties(const PlTabledEvent *event, PlEventSide side, PlTabledParties *parties)
{
    parties->n = 0;
    for (uint32_t i = 0; i < event->n_actors && parties->n < PL_TABLED_MOST_PARTIES; i++) {
        const PlHappeningActor *actor = &event->actors[i];
        if (actor->side != side) continue;
        bool is_known = false;
        for (uint32_t k = 0; k < parties->n; k++)
            is_known |= actor->party.len && pl_slice_equal(parties->actors[k]->party, actor->party);
        if (!is_known) parties->actors[parties->n++] = actor;
    }
}

void pl_tabled_pairs(const PlTabledEvent *event, PlTabledPairs *pairs)
{
    PlTabledParties sources;
    PlTabledParties targets;
    find_parties(event, PL_EVENT_SOURCE, &sources);
    find_parties(event, PL_EVENT_TARGET, &targets);
    pairs->n = 0;
    /* Who meet each other are all sources: each two of them. */
    bool is_mutual = targets.n == 0 && sources.n > 1;
    for (uint32_t i = 0; i < sources.n || i == 0; i++) {
        const PlHappeningActor *source = sources.n ? sources.actors[i] : NULL;
        const PlTabledParties *others = is_mutual ? &sources : &targets;
        uint32_t first = is_mutual ? i + 1 : 0;
        if (others->n == 0) pairs->items[pairs->n++] = (PlTabledPair){source, NULL};
        for (uint32_t k = first; k < others->n; k++)
            pairs->items[pairs->n++] = (PlTabledPair){source, others->actors[k]};
    }
}

static void find_place(const PlRecord *record, PlTabledEvent *event)
{
    int32_t place = event->happening->place;
    for (uint32_t i = 0; place >= 0 && i < event->n_mentions && i < MOST_PLACED; i++) {
        const PlHappeningMention *mention = &event->mentions[i];
        const PlMentions *mentions = &record->reports[mention->report].mentions;
        for (uint32_t p = 0; p < mentions->places.n; p++) {
            const PlPlace *found = &mentions->places.items[p];
            if (pl_naming_actor(record, mention->report, found->entity) != place) continue;
            /* A state is named by its capital too, which lies elsewhere than the state. */
            bool is_other = event->place_actor->is_state &&
                            !pl_slice_equal(found->name, event->place_actor->name);
            if (is_other) continue;
            event->place = found;
            if (!isnan(found->lat)) return;
        }
    }
}

static void read_event(const PlTableWriting *writing, int32_t number, PlTabledEvent *event)
{
    const PlRecord *record = writing->record;
    const PlHappening *happening = &record->happenings.happenings.items[number];
    uint32_t first;
    uint32_t end;
    *event = (PlTabledEvent){.happening = happening};
    pl_happening_actors(record, number, &first, &end);
    event->n_actors = end - first;
    if (event->n_actors) event->actors = &record->happenings.actors.items[first];
    pl_happening_mentions(record, number, &first, &end);
    event->n_mentions = end - first;
    if (event->n_mentions) event->mentions = &record->happenings.mentions.items[first];
    event->as =
        pl_event_coded_as(&writing->codes, happening->cameo, happening->plover, happening->mode,
                          happening->quad, happening->goldstein, happening->status);
    if (happening->place >= 0) event->place_actor = &record->actors.actors.items[happening->place];
    find_place(record, event);
}

const PlEvent *pl_tabled_lead(const PlRecord *record, const PlTabledEvent *event)
{
    const PlHappeningMention *lead = &event->mentions[0];
    return &record->reports[lead->report].events.events.items[lead->event];
}

static void count_characters(PlTableWriting *writing, int32_t report)
{
    PlSlice text = writing->record->reports[report].article.text;
    uint32_t *before = pl_arena_array(writing->row.arena, uint32_t, text.len / STEP_BYTES + 1);
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (i % STEP_BYTES == 0) before[i / STEP_BYTES] = n;
        n += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    }
    if (text.len % STEP_BYTES == 0) before[text.len / STEP_BYTES] = n;
    writing->characters[report].before = before;
}

int64_t pl_tabled_characters(PlTableWriting *writing, int32_t report, uint32_t byte)
{
    PlSlice text = writing->record->reports[report].article.text;
    if (byte > text.len) byte = (uint32_t)text.len;
    if (!writing->characters[report].before) count_characters(writing, report);
    int64_t n = writing->characters[report].before[byte / STEP_BYTES];
    for (size_t i = byte - byte % STEP_BYTES; i < byte; i++)
        n += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return n;
}

void pl_tabled_actors(const PlEvents *events, int32_t event, uint32_t *first, uint32_t *end)
{
    *first = pl_events_first_actor(events, event);
    *end = pl_events_first_actor(events, event + 1);
}

/* ---- tables ---- */

static void init_reports(PlTableWriting *writing)
{
    const PlRecord *record = writing->record;
    uint32_t n = record->n_reports;
    writing->story_of = pl_arena_array(writing->row.arena, int32_t, n + 1);
    writing->characters = pl_arena_array(writing->row.arena, PlCharacterCounts, n + 1);
    writing->names = pl_arena_array(writing->row.arena, PlSlice, (size_t)n * PL_N_ENTITY_TYPES + 1);
    for (uint32_t r = 0; r < n; r++)
        writing->story_of[r] = -1;
    for (uint32_t i = 0; i < record->stories.reports.n; i++)
        writing->story_of[record->stories.reports.items[i].report] =
            record->stories.reports.items[i].story;
}

static void write_header(PlBuffer *out, const char *columns)
{
    for (const char *c = columns; *c; c++)
        pl_buffer_putc(out, *c == '|' ? '\t' : *c);
    pl_buffer_putc(out, '\n');
}

void pl_event_table_write(PlArena *arena, ParleyEventTable format, const PlRecord *record,
                          PlBuffer *out)
{
    static void (*const writers[PARLEY_N_EVENT_TABLES])(PlTableWriting *, const PlTabledEvent *) = {
        [PARLEY_EVENTS_GDELT] = pl_write_gdelt_event,
        [PARLEY_EVENTS_GDELT_MENTIONS] = pl_write_gdelt_mentions,
        [PARLEY_EVENTS_ICEWS] = pl_write_icews_event,
        [PARLEY_EVENTS_POLECAT] = pl_write_polecat_event};
    PlTableWriting writing = {.record = record, .row = {.arena = arena, .out = out}};
    pl_event_codes_load(arena, &writing.codes);
    init_reports(&writing);
    if (pl_event_tables[format].has_header) write_header(out, pl_event_tables[format].columns);
    for (uint32_t i = 0; i < record->happenings.happenings.n; i++) {
        PlTabledEvent event;
        read_event(&writing, (int32_t)i, &event);
        if (is_in_tables(event.happening) && event.n_mentions && event.mentions[0].event >= 0)
            writers[format](&writing, &event);
    }
}
