/* Build tool: where in the tables of people each surname stands, as one C file.
 *
 * usage: index_people OUT.c ROOT FILE...
 *
 * The files have the form of src/mention/known_actors.h with the columns name, aliases, type, code,
 * from, to in this order. They are indexed in the order given; the lines of one person stand
 * together. See src/mention/people_index.h for what comes out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mention/name_forms.h"
#include "mention/people_index.h"

typedef struct Index {
    PlArena arena;
    PL_VEC(PlPeopleEntry) entries;
} Index;

static int compare(const void *a, const void *b)
{
    const PlPeopleEntry *x = a;
    const PlPeopleEntry *y = b;
    if (x->surname != y->surname) return x->surname < y->surname ? -1 : 1;
    return (x->where > y->where) - (x->where < y->where);
}

static void add(Index *index, PlSlice name, uint32_t where)
{
    char surname[PL_MAX_NAME_WORD_BYTES];
    size_t len = pl_name_surname(&index->arena, pl_slice_trim(name), surname);
    if (len == 0) return;
    *pl_vec_push(&index->arena, &index->entries) =
        (PlPeopleEntry){(uint32_t)pl_slice_hash((PlSlice){surname, len}), where};
}

static PlSlice read_all(PlArena *arena, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) return (PlSlice){0};
    fseek(in, 0, SEEK_END);
    long size = ftell(in);
    rewind(in);
    char *bytes = pl_arena_array(arena, char, (size_t)size + 1);
    size_t n = fread(bytes, 1, (size_t)size, in);
    fclose(in);
    return (PlSlice){bytes, n};
}

static int index_file(Index *index, const char *path, uint32_t table)
{
    PlSlice text = read_all(&index->arena, path);
    if (!text.ptr || text.len >= 1u << PL_PEOPLE_OFFSET_BITS) {
        fprintf(stderr, "%s: cannot be read, or is too large\n", path);
        return 1;
    }
    PlSlice rest = text;
    PlSlice line;
    PlSlice person = {0};
    uint32_t where = 0;
    bool has_header = false;
    while (pl_slice_next(&rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') continue;
        if (!has_header) {
            has_header = pl_slice_is(line, "name\taliases\ttype\tcode\tfrom\tto");
            if (has_header) continue;
            fprintf(stderr, "%s: the columns are not name, aliases, type, code, from, to\n", path);
            return 1;
        }
        PlSlice cells = line;
        PlSlice name;
        PlSlice aliases = {0};
        PlSlice alias;
        pl_slice_next(&cells, '\t', &name);
        pl_slice_next(&cells, '\t', &aliases);
        if (!pl_slice_equal(name, person)) {
            person = name;
            where = table << PL_PEOPLE_OFFSET_BITS | (uint32_t)(line.ptr - text.ptr);
            add(index, name, where);
        }
        while (pl_slice_next(&aliases, '|', &alias))
            add(index, alias, where);
    }
    return 0;
}

static void write_index(FILE *out, const Index *index, char **files, int n_files, size_t root_len)
{
    fputs(
        "/* Made by tools/index_people.c from data/en. */\n#include \"mention/people_index.h\"\n\n",
        out);
    fputs("const char *const pl_people_tables[] = {\n", out);
    for (int i = 0; i < n_files; i++)
        fprintf(out, "    \"%s\",\n", files[i] + root_len);
    fputs("    0,\n};\nconst PlPeopleEntry pl_people_index[] = {\n", out);
    uint32_t n = 0;
    for (uint32_t i = 0; i < index->entries.n; i++) {
        const PlPeopleEntry *entry = &index->entries.items[i];
        /* "Jane Doe", alias "J. Doe" */
        if (i > 0 && compare(entry, entry - 1) == 0) continue;
        fprintf(out, "{%u,%u},%s", (unsigned)entry->surname, (unsigned)entry->where,
                ++n % 8 ? "" : "\n");
    }
    fprintf(out, "{0,0}};\nconst uint32_t pl_n_people_index = %u;\n", (unsigned)n);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: index_people OUT.c ROOT FILE...\n", stderr);
        return 2;
    }
    Index index = {0};
    pl_arena_init(&index.arena, 0);
    for (int i = 3; i < argc; i++)
        if (index_file(&index, argv[i], (uint32_t)(i - 3))) return 1;
    if (index.entries.n)
        qsort(index.entries.items, index.entries.n, sizeof *index.entries.items, compare);
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    write_index(out, &index, argv + 3, argc - 3, strlen(argv[2]) + 1);
    pl_arena_clear(&index.arena);
    return fclose(out) == 0 ? 0 : 1;
}
