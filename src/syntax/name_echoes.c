#include "syntax/name_echoes.h"

#include "syntax/value_table.h"

enum {
    MOST_WORDS = 6, /* of a name; longer ones are not looked for again */
    LEAST_FOUND = 2 /* a name found once may be a mistake, and would be made everywhere */
};

typedef struct FoundName {
    uint64_t hash; /* of its words as spelt; 0 = a free slot */
    uint32_t n_found[PL_N_NAME_TYPES];
} FoundName;

typedef struct FoundNames {
    FoundName *slots; /* [mask + 1], at most half full */
    uint32_t mask;
} FoundNames;

static bool begins_name(const PlSyntax *syntax, uint32_t tok)
{
    uint8_t tag = syntax->name_tag[tok];
    return tag != PL_NAME_TAG_O && tag < PL_NAME_TAG_I;
}

static uint32_t name_end(const PlSyntax *syntax, uint32_t first, uint32_t n)
{
    uint32_t end = first + 1;
    while (end < n && syntax->name_tag[end] >= PL_NAME_TAG_I)
        end++;
    return end;
}

/* The hash of a name with one word more. */
static uint64_t with_word(uint64_t hash, PlSlice form)
{
    return pl_hash_mix(hash, pl_slice_hash(form)) | 1;
}

static FoundName *slot_of(const FoundNames *names, uint64_t hash)
{
    uint32_t at = (uint32_t)(hash >> 32) & names->mask;
    while (names->slots[at].hash && names->slots[at].hash != hash)
        at = (at + 1) & names->mask;
    return &names->slots[at];
}

static uint32_t count_names(const PlTokens *tokens, const PlSyntax *syntax)
{
    uint32_t n = 0;
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++)
        n += begins_name(syntax, tok);
    return n;
}

static void find_names(const PlTokens *tokens, const PlSyntax *syntax, FoundNames *names)
{
    for (uint32_t tok = 0; tok < tokens->n_tokens;) {
        uint32_t end = name_end(syntax, tok, tokens->n_tokens);
        if (begins_name(syntax, tok) && end - tok <= MOST_WORDS) {
            uint64_t hash = 0;
            for (uint32_t i = tok; i < end; i++)
                hash = with_word(hash, tokens->form[i]);
            FoundName *name = slot_of(names, hash);
            name->hash = hash;
            name->n_found[syntax->name_tag[tok] - PL_NAME_TAG_B]++;
        }
        tok = end;
    }
}

/* The type that a name was found with most often, or -1. */
static int type_of(const FoundName *name)
{
    int best = 0;
    for (int type = 1; type < PL_N_NAME_TYPES; type++)
        if (name->n_found[type] > name->n_found[best]) best = type;
    return name->n_found[best] >= LEAST_FOUND ? best : -1;
}

/* The longest echo that begins at a token gets its tags. */
static void mark_echo(const PlTokens *tokens, PlSyntax *syntax, const FoundNames *names,
                      uint32_t first)
{
    uint32_t sent_end = tokens->sent_first_tok[tokens->sent[first] + 1];
    uint32_t end = first;
    int type = -1;
    uint64_t hash = 0;
    for (uint32_t tok = first; tok < sent_end && tok - first < MOST_WORDS; tok++) {
        if (syntax->name_tag[tok] != PL_NAME_TAG_O) break;
        hash = with_word(hash, tokens->form[tok]);
        int found = type_of(slot_of(names, hash));
        if (found < 0) continue;
        type = found;
        end = tok + 1;
    }
    for (uint32_t tok = first; tok < end; tok++)
        syntax->name_tag[tok] = (uint8_t)((tok == first ? PL_NAME_TAG_B : PL_NAME_TAG_I) + type);
}

void pl_name_echoes_mark(PlArena *arena, const PlTokens *tokens, PlSyntax *syntax)
{
    uint32_t n_names = count_names(tokens, syntax);
    uint32_t n_slots = 2;
    if (n_names < LEAST_FOUND) return;
    while (n_slots < 2 * n_names)
        n_slots *= 2;
    FoundNames names = {pl_arena_array(arena, FoundName, n_slots), n_slots - 1};
    find_names(tokens, syntax, &names);
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++) {
        bool proper = syntax->xpos[tok] == PL_XPOS_NNP || syntax->xpos[tok] == PL_XPOS_NNPS;
        if (proper && syntax->name_tag[tok] == PL_NAME_TAG_O)
            mark_echo(tokens, syntax, &names, tok);
    }
}
