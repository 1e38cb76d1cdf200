/* Forms of the social office: payment lists, subsidised insurance, lists of poor families, supply. */
#include "form.h"

const struct form forms_dinsos[] = {
    {0},
};
