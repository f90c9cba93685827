#include "view/ktab.h"

#include "view/evidence.h"
#include "view/naming.h"

static const double where_stance_lies[PL_N_STANCES] = {
    [PL_STANCE_DEMANDS] = 100, [PL_STANCE_OFFERS] = 75,   [PL_STANCE_ACCEPTS] = 65,
    [PL_STANCE_REJECTS] = 0,   [PL_STANCE_CONCEDES] = 50, [PL_STANCE_SUPPORTS] = 90,
    [PL_STANCE_OPPOSES] = 10};

/* Rows are sides, columns issues: sums over the evidence. */
typedef struct Model {
    PlArena *arena;
    const PlRecord *record;
    PlSymbols issues;
    PL_VEC(int32_t) actors;
    int32_t *row_of_actor; /* [actors] -1 = none */
    double *sum;           /* [n_actors][n_issues] */
    double *n;             /* [n_actors][n_issues] */
    double *n_of_actor;    /* [n_actors] on the issues that are dimensions */
    double *influence;     /* [n_actors] publishers */
    bool *is_dimension;    /* [n_issues] */
} Model;

static void find_rows(Model *model)
{
    const PlRecord *record = model->record;
    uint32_t n_actors = record->actors.actors.n;
    model->row_of_actor = pl_arena_array(model->arena, int32_t, n_actors + 1);
    for (uint32_t a = 0; a < n_actors; a++)
        model->row_of_actor[a] = -1;
    for (uint32_t i = 0; i < record->positions.n; i++) {
        const PlRecordPosition *position = &record->positions.items[i];
        pl_symbols_intern(model->arena, &model->issues, position->issue);
        if (model->row_of_actor[position->party] >= 0) continue;
        model->row_of_actor[position->party] = (int32_t)model->actors.n;
        *pl_vec_push(model->arena, &model->actors) = position->party;
    }
}

static void sum_up(Model *model)
{
    const PlRecord *record = model->record;
    uint32_t n_issues = model->issues.names.n;
    uint32_t n_actors = model->actors.n;
    PlEvidence *said_of = pl_arena_array(model->arena, PlEvidence, n_actors + 1);
    model->sum = pl_arena_array(model->arena, double, (size_t)n_actors *n_issues + 1);
    model->n = pl_arena_array(model->arena, double, (size_t)n_actors *n_issues + 1);
    model->n_of_actor = pl_arena_array(model->arena, double, n_actors + 1);
    model->influence = pl_arena_array(model->arena, double, n_actors + 1);
    model->is_dimension = pl_arena_array(model->arena, bool, n_issues + 1);
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *said = &record->position_evidence.items[i];
        const PlRecordPosition *position = &record->positions.items[said->position];
        uint32_t row = (uint32_t)model->row_of_actor[position->party];
        uint32_t column = (uint32_t)pl_symbols_find(&model->issues, position->issue);
        model->sum[row * n_issues + column] += where_stance_lies[position->stance];
        model->n[row * n_issues + column] += 1;
        pl_evidence_add(model->arena, &said_of[row], said->report, said->span);
    }
    for (uint32_t column = 0; column < n_issues; column++) {
        uint32_t n_sides = 0;
        for (uint32_t row = 0; row < n_actors; row++)
            n_sides += model->n[row * n_issues + column] > 0;
        model->is_dimension[column] = n_sides > 1;
    }
    for (uint32_t row = 0; row < n_actors; row++) {
        pl_evidence_sort(&said_of[row]);
        model->influence[row] = pl_evidence_n_publishers(model->arena, record, &said_of[row]);
        for (uint32_t column = 0; column < n_issues; column++)
            if (model->is_dimension[column])
                model->n_of_actor[row] += model->n[row * n_issues + column];
    }
}

/* Without commas, line ends and quotation marks. */
static void put_name(PlBuffer *out, PlSlice name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool is_safe = (unsigned char)c >= 0x20 && c != ',' && c != '"';
        pl_buffer_put(out, is_safe ? (PlSlice){&c, 1} : PL_SLICE(" "));
    }
}

static void put_number(Model *model, PlBuffer *out, double number)
{
    pl_buffer_put(out, pl_arena_format(model->arena, ",%.2f", number));
}

static void put_actor(Model *model, PlBuffer *out, uint32_t row, double most_influence)
{
    uint32_t n_issues = model->issues.names.n;
    PlSlice name = pl_naming_actor_name(model->record, model->actors.items[row]);
    put_name(out, name);
    pl_buffer_put(out, PL_SLICE(","));
    put_name(out, name);
    put_number(model, out, 100 * model->influence[row] / most_influence);
    uint32_t n_silent = 0;
    for (uint32_t column = 0; column < n_issues; column++)
        n_silent += model->is_dimension[column] && model->n[row * n_issues + column] <= 0;
    double shared = n_silent < 100 ? 100.0 - n_silent : 0;
    for (uint32_t column = 0; column < n_issues; column++) {
        if (!model->is_dimension[column]) continue;
        double n = model->n[row * n_issues + column];
        put_number(model, out, n > 0 ? model->sum[row * n_issues + column] / n : 50);
        put_number(model, out, n > 0 ? shared * n / model->n_of_actor[row] : 1);
    }
    pl_buffer_put(out, PL_SLICE("\n"));
}

void pl_ktab_write(PlArena *arena, PlBuffer *out, const PlRecord *record)
{
    Model model = {.arena = arena, .record = record};
    PlIssueNames names = {0};
    pl_issue_names_load(arena, &names);
    find_rows(&model);
    sum_up(&model);
    uint32_t n_dimensions = 0;
    uint32_t n_actors = 0;
    double most_influence = 1;
    for (uint32_t column = 0; column < model.issues.names.n; column++)
        n_dimensions += model.is_dimension[column];
    for (uint32_t row = 0; row < model.actors.n; row++) {
        n_actors += model.n_of_actor[row] > 0;
        if (model.influence[row] > most_influence) most_influence = model.influence[row];
    }
    pl_buffer_put(out, pl_arena_format(arena, "Parley,Positions in %u reports,%u,%u\n",
                                       record->n_reports, n_actors, n_dimensions));
    pl_buffer_put(out, PL_SLICE("Actor,Description,Influence"));
    for (uint32_t column = 0; column < model.issues.names.n; column++) {
        if (!model.is_dimension[column]) continue;
        PlSlice name =
            pl_issue_names_find(arena, &names, pl_symbols_name(&model.issues, (int32_t)column));
        pl_buffer_put(out, PL_SLICE(","));
        put_name(out, name);
        pl_buffer_put(out, PL_SLICE(" Position,"));
        put_name(out, name);
        pl_buffer_put(out, PL_SLICE(" Salience"));
    }
    pl_buffer_put(out, PL_SLICE("\n"));
    for (uint32_t row = 0; row < model.actors.n; row++)
        if (model.n_of_actor[row] > 0) put_actor(&model, out, row, most_influence);
}
