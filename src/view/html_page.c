#include "view/html_page.h"

#include "view/escape.h"

void pl_html_page_begin(PlBuffer *out, PlSlice title)
{
    pl_buffer_puts(out,
                   "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"Parley " PARLEY_VERSION "\">\n<title>");
    pl_escape_html(out, title);
    pl_buffer_puts(out, "</title>\n<style>\n");
    pl_buffer_puts(out, pl_html_style);
    pl_buffer_puts(out, "</style>\n</head>\n<body>\n");
}

void pl_html_page_end(PlBuffer *out)
{
    pl_buffer_puts(out, "</body>\n</html>\n");
}
