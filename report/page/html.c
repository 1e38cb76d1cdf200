#include "html.h"

#include <openssl/evp.h>
#include <stdarg.h>
#include <stdio.h>

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
    case '\r':
        return " ";
    default:
        return (unsigned char)c < 0x20 || c == 0x7F ? "" : NULL;
    }
}

void html_raw(struct out *o, struct str markup)
{
    out_write(o, markup.ptr, markup.len);
}

static void put_text(struct out *o, const char *text)
{
    const char *from = text;
    for (; *text; text++) {
        const char *escape = escape_of(*text);
        if (!escape)
            continue;
        out_write(o, from, (size_t)(text - from));
        html_raw(o, str_c(escape));
        from = text + 1;
    }
    out_write(o, from, (size_t)(text - from));
}

void html_put(struct out *o, const char *format, ...)
{
    char number[64];
    va_list args;
    va_start(args, format);
    for (const char *percent; (percent = strchr(format, '%')); format = percent + 1) {
        out_write(o, format, (size_t)(percent - format));
        if (*++percent == 's') {
            put_text(o, va_arg(args, const char *));
        } else if (*percent == 'd') {
            snprintf(number, sizeof number, "%d", va_arg(args, int));
            html_raw(o, str_c(number));
        } else if (strncmp(percent, ".1f", 3) == 0) {
            snprintf(number, sizeof number, "%.1f", va_arg(args, double));
            html_raw(o, str_c(number));
            percent += 2;
        } else if (*percent == '%') {
            out_write(o, "%", 1);
        } else {
            BUG(percent);
        }
    }
    va_end(args);
    html_raw(o, str_c(format));
}

struct str html_hash(struct arena *a, struct str text)
{
    unsigned char digest[32], base64[45];
    if (EVP_Digest(text.ptr, text.len, digest, NULL, EVP_sha256(), NULL) != 1)
        BUG("no SHA-256");
    EVP_EncodeBlock(base64, digest, sizeof digest);
    return arena_printf(a, "sha256-%s", (const char *)base64);
}
