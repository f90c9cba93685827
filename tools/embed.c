/* Build tool: turns the tables of data/en into one C file.
 *
 * usage: embed OUT.c ROOT FILE...
 * The names in the output are the files' paths below ROOT, sorted, so that the same tree gives the
 * same bytes and a look-up can search by halves.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void write_bytes(FILE *out, FILE *in)
{
    int c;
    int column = 0;
    while ((c = fgetc(in)) != EOF) {
        if (column == 0) fputs("    ", out);
        fprintf(out, "%d,", c);
        if (++column == 32) {
            fputc('\n', out);
            column = 0;
        }
    }
    fputs("0\n", out);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: embed OUT.c ROOT FILE...\n", stderr);
        return 2;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    size_t root_len = strlen(argv[2]) + 1;
    char **files = argv + 3;
    int n_files = argc - 3;
    if (n_files > 0) qsort(files, (size_t)n_files, sizeof *files, compare_paths);
    fputs("/* Made by tools/embed.c from data/en. */\n#include \"base/data.h\"\n\n", out);
    for (int i = 0; i < n_files; i++) {
        FILE *in = fopen(files[i], "rb");
        if (!in) {
            perror(files[i]);
            fclose(out);
            remove(argv[1]);
            return 1;
        }
        fprintf(out, "static const unsigned char file_%d[] = {\n", i);
        write_bytes(out, in);
        fputs("};\n", out);
        fclose(in);
    }
    fputs("const PlDataFile pl_data_files[] = {\n", out);
    for (int i = 0; i < n_files; i++)
        fprintf(out, "    {\"%s\", file_%d, sizeof file_%d - 1},\n", files[i] + root_len, i, i);
    fputs("    {0, 0, 0},\n};\n", out);
    fprintf(out, "const unsigned pl_n_data_files = %d;\n", n_files);
    return fclose(out) == 0 ? 0 : 1;
}
