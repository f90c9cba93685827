/* What tests of the public API share: a model, reports in a folder, exports as one string. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "unit/cmocka_all.h"

#include "parley/parley.h"
#include "scratch.h"

static inline ParleyModel *reading_model(void)
{
    ParleyModel *model;
    ParleyError error;
    if (parley_model_open(NULL, &model, &error)) fail_msg("%s", error.message);
    return model;
}

/* Reads into the record at `db`, made when absent. */
static inline ParleyReadResult reading_run(const ParleyModel *model, const char *db,
                                           const char *const *paths, size_t n_paths,
                                           const ParleyReadOptions *options)
{
    ParleyRecord *record;
    ParleyError error;
    ParleyReadResult result = {0};
    if (parley_record_open(db, PARLEY_RECORD_CREATE, &record, &error) ||
        parley_record_read(record, model, paths, n_paths, options, &result, &error))
        fail_msg("%s", error.message);
    parley_record_close(record);
    return result;
}

static inline int reading_compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All files of a folder, names and bytes, as one string to be freed. */
static inline char *reading_folder(const char *folder)
{
    char *names[64];
    size_t n_names = 0;
    DIR *listing = opendir(folder);
    assert_non_null(listing);
    for (struct dirent *entry; (entry = readdir(listing));)
        if (entry->d_name[0] != '.' && n_names < 64) names[n_names++] = strdup(entry->d_name);
    closedir(listing);
    qsort(names, n_names, sizeof *names, reading_compare_names);
    char *whole = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&whole, &len);
    assert_non_null(out);
    for (size_t i = 0; i < n_names; i++) {
        char path[1024];
        int path_len = snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        assert_in_range(path_len, 1, sizeof path - 1);
        fprintf(out, "== %s\n", names[i]);
        FILE *in = fopen(path, "rb");
        assert_non_null(in);
        for (int c; (c = fgetc(in)) != EOF;)
            fputc(c, out);
        fclose(in);
        free(names[i]);
    }
    fclose(out);
    return whole;
}

/* The record's export, as one string to be freed. */
static inline char *reading_export(Scratch *scratch, const char *db, ParleyFormat format)
{
    ParleyRecord *record;
    ParleyError error;
    char folder[600];
    snprintf(folder, sizeof folder, "%s/export", scratch->folder);
    if (parley_record_open(db, PARLEY_RECORD_READ, &record, &error) ||
        parley_record_export(record, format, folder, &error))
        fail_msg("%s", error.message);
    parley_record_close(record);
    char *whole = reading_folder(folder);
    scratch_remove_folder(folder);
    return whole;
}

static inline void reading_remove_db(const char *db)
{
    char path[1024];
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (int i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", db, endings[i]);
        unlink(path);
    }
}

#endif
