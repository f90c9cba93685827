#include "story/copies.h"

#include <stdlib.h>

#include "story/shared_text.h"

const char *const pl_shared_text_kind_names[PL_N_SHARED_TEXT_KINDS] = {
    [PL_SHARED_COPY] = "copy", [PL_SHARED_FURNITURE] = "furniture"};

/* The reports by date, undated ones last, then by index. */

typedef struct Order {
    PlSlice published;
    uint32_t report;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *x = a;
    const Order *y = b;
    int order = (x->published.len == 0) - (y->published.len == 0);
    if (!order) order = pl_slice_compare(x->published, y->published);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

static const Order *order_by_date(PlArena *arena, const PlArticle *const *articles,
                                  uint32_t n_reports)
{
    Order *orders = pl_arena_array(arena, Order, n_reports);
    for (uint32_t i = 0; i < n_reports; i++)
        orders[i] = (Order){articles[i]->metadata.published, i};
    if (n_reports) qsort(orders, n_reports, sizeof *orders, compare_orders);
    return orders;
}

PlSlice pl_copies_wire_tag(const PlArticle *article)
{
    PlSlice dateline = pl_slice_of(article->text, article->dateline);
    size_t close = dateline.len;
    while (close > 0 && dateline.ptr[close - 1] != ')')
        close--;
    size_t open = close;
    while (open > 0 && dateline.ptr[open - 1] != '(')
        open--;
    if (open == 0) return (PlSlice){0};
    return (PlSlice){dateline.ptr + open, close - 1 - open};
}

typedef struct Named {
    PlSlice publisher;
    int32_t report;
} Named;

static int compare_named(const void *a, const void *b)
{
    const Named *x = a;
    const Named *y = b;
    int order = pl_slice_compare(x->publisher, y->publisher);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

/* Where nobody is named, the original stands for its publisher. */
static void find_publishers(PlArena *arena, const PlArticle *const *articles, uint32_t n_reports,
                            PlCopies *copies)
{
    Named *named = pl_arena_array(arena, Named, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        const PlArticle *original = articles[copies->original_of[i]];
        PlSlice tag = pl_copies_wire_tag(original);
        named[i] = (Named){tag.len ? tag : original->metadata.source, (int32_t)i};
        copies->publisher_of[i] = copies->original_of[i];
    }
    if (n_reports) qsort(named, n_reports, sizeof *named, compare_named);
    int32_t first = -1;
    for (uint32_t i = 0; i < n_reports; i++) {
        if (named[i].publisher.len == 0) continue;
        if (first < 0 || !pl_slice_equal(named[i - 1].publisher, named[i].publisher))
            first = named[i].report;
        copies->publisher_of[named[i].report] = first;
    }
}

/* ---- what reports share, in the order of their dates ---- */

typedef struct Sharing {
    PlArena *arena;
    const Order *order;
    const PlArticleWords *words;
    PlSharedTexts shared;
} Sharing;

static PlArticleWords words_in_order(void *context, uint32_t place)
{
    const Sharing *sharing = context;
    return sharing->words[sharing->order[place].report];
}

/* The original of the report in `place`, whose earlier ones have theirs. */
static int32_t original_of(const Sharing *sharing, uint32_t place, const PlShares *shares,
                           const int32_t *originals)
{
    const PlShare *most = NULL;
    for (uint32_t i = 0; i < shares->n; i++) {
        const PlShare *share = &shares->items[i];
        if (!share->is_furniture && (!most || share->n_shared > most->n_shared)) most = share;
    }
    if (!most) return (int32_t)sharing->order[place].report;
    return originals[sharing->order[most->report].report];
}

static void note_shares(Sharing *sharing, uint32_t place, const PlShares *shares)
{
    for (uint32_t i = 0; i < shares->n; i++) {
        const PlShare *share = &shares->items[i];
        *pl_vec_push(sharing->arena, &sharing->shared) =
            (PlSharedText){.report = (int32_t)sharing->order[place].report,
                           .with = (int32_t)sharing->order[share->report].report,
                           .kind = share->is_furniture ? PL_SHARED_FURNITURE : PL_SHARED_COPY,
                           .containment = share->containment,
                           .resemblance = share->resemblance};
    }
}

static int compare_shared(const void *a, const void *b)
{
    const PlSharedText *x = a;
    const PlSharedText *y = b;
    if (x->report != y->report) return x->report < y->report ? -1 : 1;
    return (x->with > y->with) - (x->with < y->with);
}

static void find_originals(Sharing *sharing, uint32_t n_reports, int32_t *originals)
{
    PlSharedTextIndex index;
    PlFingerprints *fingerprints = pl_arena_array(sharing->arena, PlFingerprints, n_reports);
    PlShares shares = {0};
    pl_shared_text_init(&index, sharing->arena, words_in_order, sharing);
    for (uint32_t i = 0; i < n_reports; i++) {
        pl_fingerprints_find(sharing->arena, &sharing->words[i], &fingerprints[i]);
        pl_shared_text_count(&index, &fingerprints[i]);
    }
    for (uint32_t place = 0; place < n_reports; place++) {
        uint32_t report = sharing->order[place].report;
        pl_shared_text_add(&index, &sharing->words[report], &fingerprints[report], &shares);
        originals[report] = original_of(sharing, place, &shares, originals);
        note_shares(sharing, place, &shares);
    }
    if (sharing->shared.n)
        qsort(sharing->shared.items, sharing->shared.n, sizeof *sharing->shared.items,
              compare_shared);
}

void pl_copies_find(PlArena *arena, const PlArticle *const *articles, const PlArticleWords *words,
                    uint32_t n_reports, PlCopies *copies)
{
    Sharing sharing = {
        .arena = arena, .order = order_by_date(arena, articles, n_reports), .words = words};
    copies->original_of = pl_arena_array(arena, int32_t, n_reports);
    copies->publisher_of = pl_arena_array(arena, int32_t, n_reports);
    find_originals(&sharing, n_reports, copies->original_of);
    copies->shared = sharing.shared;
    find_publishers(arena, articles, n_reports, copies);
}
