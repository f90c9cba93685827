/* JSON writer: streams one value into a buffer; commas and colons come by themselves.
 *
 *   pl_json_object(&json);
 *   pl_json_key(&json, "id");  pl_json_string(&json, id);
 *   pl_json_end(&json);
 *
 * Strings are valid UTF-8 and come out as they are but for the escapes that RFC 8259 asks for.
 * Numbers come out the same on every machine. Nesting deeper than 64 is an assertion.
 */
#ifndef PL_BASE_JSON_H
#define PL_BASE_JSON_H

#include "base/buffer.h"

enum { PL_JSON_DEPTH = 64 };

typedef struct PlJson {
    PlBuffer *out;
    uint32_t depth;
    bool has_item[PL_JSON_DEPTH];
    char closer[PL_JSON_DEPTH];
    bool after_key;
} PlJson;

void pl_json_init(PlJson *json, PlBuffer *out);
void pl_json_object(PlJson *json);
void pl_json_array(PlJson *json);
void pl_json_end(PlJson *json);
void pl_json_key(PlJson *json, const char *key);
void pl_json_string(PlJson *json, PlSlice value);
/* As pl_json_string, but an empty slice is null. */
void pl_json_string_or_null(PlJson *json, PlSlice value);
void pl_json_integer(PlJson *json, int64_t value);
/* NaN and infinities are null. Shortest form that reads back the same. */
void pl_json_number(PlJson *json, double value);
void pl_json_bool(PlJson *json, bool value);
void pl_json_null(PlJson *json);

#endif
