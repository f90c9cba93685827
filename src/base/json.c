#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void pl_json_init(PlJson *json, PlBuffer *out)
{
    *json = (PlJson){.out = out};
}

static void before_value(PlJson *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->depth == 0) return;
    bool *has_item = &json->has_item[json->depth - 1];
    if (*has_item) pl_buffer_putc(json->out, ',');
    *has_item = true;
}

static void open_value(PlJson *json, char opener, char closer)
{
    before_value(json);
    assert(json->depth < PL_JSON_DEPTH);
    json->has_item[json->depth] = false;
    json->closer[json->depth++] = closer;
    pl_buffer_putc(json->out, opener);
}

void pl_json_object(PlJson *json)
{
    open_value(json, '{', '}');
}

void pl_json_array(PlJson *json)
{
    open_value(json, '[', ']');
}

void pl_json_end(PlJson *json)
{
    assert(json->depth > 0);
    pl_buffer_putc(json->out, json->closer[--json->depth]);
}

static void put_escaped(PlBuffer *out, PlSlice text)
{
    size_t plain = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
        pl_buffer_put(out, (PlSlice){text.ptr + plain, i - plain});
        plain = i + 1;
        switch (c) {
        case '"':
            pl_buffer_puts(out, "\\\"");
            break;
        case '\\':
            pl_buffer_puts(out, "\\\\");
            break;
        case '\n':
            pl_buffer_puts(out, "\\n");
            break;
        case '\r':
            pl_buffer_puts(out, "\\r");
            break;
        case '\t':
            pl_buffer_puts(out, "\\t");
            break;
        default:
            pl_buffer_format(out, "\\u%04x", c);
        }
    }
    if (plain < text.len) /* an empty slice may have no bytes at all */
        pl_buffer_put(out, (PlSlice){text.ptr + plain, text.len - plain});
}

void pl_json_key(PlJson *json, const char *key)
{
    before_value(json);
    pl_buffer_putc(json->out, '"');
    put_escaped(json->out, pl_slice(key));
    pl_buffer_puts(json->out, "\":");
    json->after_key = true;
}

void pl_json_string(PlJson *json, PlSlice value)
{
    before_value(json);
    pl_buffer_putc(json->out, '"');
    put_escaped(json->out, value);
    pl_buffer_putc(json->out, '"');
}

void pl_json_string_or_null(PlJson *json, PlSlice value)
{
    if (value.len == 0)
        pl_json_null(json);
    else
        pl_json_string(json, value);
}

void pl_json_integer(PlJson *json, int64_t value)
{
    before_value(json);
    pl_buffer_format(json->out, "%" PRId64, value);
}

void pl_json_number(PlJson *json, double value)
{
    if (!isfinite(value)) {
        pl_json_null(json);
        return;
    }
    before_value(json);
    char text[32];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value) break;
    }
    pl_buffer_puts(json->out, text);
}

void pl_json_bool(PlJson *json, bool value)
{
    before_value(json);
    pl_buffer_puts(json->out, value ? "true" : "false");
}

void pl_json_null(PlJson *json)
{
    before_value(json);
    pl_buffer_puts(json->out, "null");
}
