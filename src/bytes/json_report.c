#include "bytes/json_report.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* Where strings go when jansson's tree is given back. */
typedef struct Room {
    char *bytes;
    size_t used;
    size_t capacity;
} Room;

static PlSlice keep(Room *room, const char *bytes, size_t len)
{
    if (len == 0 || len > room->capacity - room->used) return (PlSlice){0};
    char *copy = room->bytes + room->used;
    memcpy(copy, bytes, len);
    room->used += len;
    return (PlSlice){copy, len};
}

static PlSlice get(Room *room, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        return keep(room, json_string_value(value), json_string_length(value));
    if (json_is_integer(value)) {
        char digits[24];
        int len = snprintf(digits, sizeof digits, "%" PRIdMAX, (intmax_t)json_integer_value(value));
        return keep(room, digits, (size_t)len);
    }
    return (PlSlice){0};
}

/* What is wrong with the object, or NULL. */
static const char *read_object(Room *room, const json_t *object, PlRawReport *report)
{
    if (!json_is_object(object)) return "not an object in braces";
    const json_t *text = json_object_get(object, "text");
    if (!text) return "no \"text\"";
    if (!json_is_string(text)) return "\"text\" is not a string";
    report->bytes = get(room, object, "text");
    report->metadata.id = get(room, object, "id");
    report->metadata.source = get(room, object, "source");
    report->metadata.url = get(room, object, "url");
    report->metadata.title = get(room, object, "title");
    report->metadata.published = get(room, object, "published");
    return NULL;
}

ParleyStatus pl_json_report_parse(char *room_bytes, PlSlice line, PlRawReport *report,
                                  char problem[PL_JSON_PROBLEM_BYTES])
{
    *report = (PlRawReport){0};
    /* No string or number in JSON is shorter than what it stands for, so `line.len` is room for
     * all. */
    Room room = {.bytes = room_bytes, .capacity = line.len};
    json_error_t broken = {0};
    json_t *object =
        json_loadb(line.len ? line.ptr : "", line.len, JSON_ALLOW_NUL | JSON_DECODE_ANY, &broken);
    if (!object) {
        bool memory = json_error_code(&broken) == json_error_out_of_memory;
        snprintf(problem, PL_JSON_PROBLEM_BYTES, "broken JSON at byte %d: %s", broken.position,
                 broken.text);
        return memory ? PARLEY_NO_MEMORY : PARLEY_BAD_INPUT;
    }
    const char *wrong = read_object(&room, object, report);
    json_decref(object);
    if (!wrong) return PARLEY_OK;
    snprintf(problem, PL_JSON_PROBLEM_BYTES, "%s", wrong);
    return PARLEY_BAD_INPUT;
}
