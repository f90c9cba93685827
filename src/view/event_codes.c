#include "view/event_codes.h"

#include <math.h>
#include <stdlib.h>

#include "base/data.h"

enum { PART = 3, MOST_NUMBER = 16 };

typedef struct ActorType {
    const char *code;
    const char *name;
} ActorType;

static const ActorType actor_types[] = {
    {"AGR", "Agriculture"},
    {"BUS", "Business"},
    {"COP", "Police"},
    {"CRM", "Criminals / Gangs"},
    {"CVL", "Civilian"},
    {"DEV", "Development"},
    {"EDU", "Education"},
    {"ELI", "Elites"},
    {"ENV", "Environmental"},
    {"GOV", "Government"},
    {"HLH", "Health"},
    {"HRI", "Human Rights"},
    {"IGO", "International Government Organization"},
    {"IMG", "International Militarized Group"},
    {"INS", "Insurgents"},
    {"INT", "International"},
    {"JUD", "Judicial"},
    {"LAB", "Labor"},
    {"LEG", "Legislative"},
    {"MED", "Media"},
    {"MIL", "Military"},
    {"MNC", "Multinational Corporation"},
    {"MOD", "Moderate"},
    {"NGM", "Non-Governmental Movement"},
    {"NGO", "Non-Governmental Organization"},
    {"OPP", "Opposition"},
    {"PRM", "Paramilitary"},
    {"PTY", "Party"},
    {"RAD", "Radical"},
    {"REB", "Rebel"},
    {"REF", "Refugees"},
    {"REL", "Religious"},
    {"SEP", "Separatists"},
    {"SET", "Settlers"},
    {"SPY", "State Intelligence"},
    {"UAF", "Unidentified Armed Forces"},
    {"UIS", "Unidentified State Actor"},
};
enum { N_ACTOR_TYPES = sizeof actor_types / sizeof *actor_types };

/* CAMEO's codes for regions, which stand where a country's would. */
static const char *const regions[] = {"AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN",
                                      "EAF", "EEU", "EUR", "LAM", "MEA", "MDT", "NAF", "NMR", "PGS",
                                      "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST"};

static const char *const religions[] = {"CHR", "CTH", "PRO", "DOX", "MOS", "SUN",
                                        "SHI", "JEW", "HIN", "BUD", "SIK"};

/* ---- tables ---- */

static double read_score(PlSlice text)
{
    char digits[MOST_NUMBER] = "";
    for (size_t i = 0; i < text.len && i + 1 < sizeof digits; i++)
        digits[i] = text.ptr[i];
    return text.len ? strtod(digits, NULL) : NAN;
}

static void load_cameo(PlArena *arena, PlEventCodes *codes)
{
    PlTable table = pl_table_load(arena, "cameo.tsv");
    uint32_t code = pl_table_column(&table, "code");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        int32_t symbol = pl_symbols_intern(arena, &codes->cameo, pl_table_cell(&table, row, code));
        if ((uint32_t)symbol < codes->cameo_names.n) continue;
        *pl_vec_push(arena, &codes->cameo_names) =
            pl_table_cell(&table, row, pl_table_column(&table, "name"));
        *pl_vec_push(arena, &codes->cameo_scores) =
            read_score(pl_table_cell(&table, row, pl_table_column(&table, "goldstein")));
    }
}

void pl_event_codes_load(PlArena *arena, PlEventCodes *codes)
{
    *codes = (PlEventCodes){0};
    load_cameo(arena, codes);
    PlTable table = pl_table_load(arena, "countries.tsv");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice iso3 = pl_table_cell(&table, row, pl_table_column(&table, "iso3"));
        int32_t symbol = pl_symbols_intern(arena, &codes->countries, iso3);
        if ((uint32_t)symbol == codes->country_names.n)
            *pl_vec_push(arena, &codes->country_names) =
                pl_table_cell(&table, row, pl_table_column(&table, "name"));
    }
}

/* ---- actors ---- */

static bool is_one_of(PlSlice part, const char *const *list, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (pl_slice_is(part, list[i])) return true;
    return false;
}

static const ActorType *find_type(PlSlice part)
{
    for (uint32_t i = 0; i < N_ACTOR_TYPES; i++)
        if (pl_slice_is(part, actor_types[i].code)) return &actor_types[i];
    return NULL;
}

static bool is_country(const PlEventCodes *codes, PlSlice part)
{
    return pl_symbols_find(&codes->countries, part) != PL_NO_SYMBOL ||
           is_one_of(part, regions, sizeof regions / sizeof *regions);
}

PlActorCodeParts pl_actor_code_parts(const PlEventCodes *codes, PlSlice code)
{
    PlActorCodeParts parts = {.n_types = 0};
    for (size_t at = 0; at + PART <= code.len; at += PART) {
        PlSlice part = {code.ptr + at, PART};
        if (find_type(part)) {
            if (parts.n_types < PL_MOST_ACTOR_TYPES) parts.types[parts.n_types++] = part;
        } else if (is_one_of(part, religions, sizeof religions / sizeof *religions)) {
            if (parts.n_religions < PL_MOST_RELIGIONS) parts.religions[parts.n_religions++] = part;
        } else if (parts.country.len == 0 && is_country(codes, part)) {
            parts.country = part;
        } else if (parts.group.len == 0) {
            parts.group = part;
        }
    }
    return parts;
}

PlSlice pl_actor_type_name(PlSlice type)
{
    const ActorType *found = find_type(type);
    return found ? pl_slice(found->name) : type;
}

PlSlice pl_country_name(const PlEventCodes *codes, PlSlice country)
{
    int32_t symbol = pl_symbols_find(&codes->countries, country);
    return symbol == PL_NO_SYMBOL ? (PlSlice){0} : codes->country_names.items[symbol];
}

/* ---- plans ---- */

static PlCodedAs coded_by(const PlEventCodes *codes, const char *cameo, const char *plover,
                          uint8_t quad)
{
    int32_t symbol = pl_symbols_find(&codes->cameo, pl_slice(cameo));
    PlCodedAs as = {.cameo = pl_slice(cameo), .plover = pl_slice(plover), .quad = quad};
    as.goldstein = symbol == PL_NO_SYMBOL ? NAN : codes->cameo_scores.items[symbol];
    if (symbol != PL_NO_SYMBOL) as.name = codes->cameo_names.items[symbol];
    return as;
}

PlCodedAs pl_event_coded_as(const PlEventCodes *codes, PlSlice cameo, PlSlice plover, PlSlice mode,
                            uint8_t quad, double goldstein, PlEventStatus status)
{
    enum { VERBAL_COOPERATION = 1, MATERIAL_COOPERATION = 2, VERBAL_CONFLICT = 3 };
    bool is_intent = pl_slice_starts(cameo, "03") || pl_slice_starts(cameo, "13");
    if (status == PL_EVENT_PLANNED && !is_intent) {
        if (quad > MATERIAL_COOPERATION) return coded_by(codes, "130", "THREATEN", VERBAL_CONFLICT);
        bool is_meeting = pl_slice_starts(cameo, "04");
        return coded_by(codes, is_meeting ? "036" : "030", "AGREE", VERBAL_COOPERATION);
    }
    int32_t symbol = pl_symbols_find(&codes->cameo, cameo);
    PlSlice name = symbol == PL_NO_SYMBOL ? (PlSlice){0} : codes->cameo_names.items[symbol];
    return (PlCodedAs){cameo, name, plover, mode, quad, goldstein};
}
