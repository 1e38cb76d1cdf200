/* Forms of public works, housing and environment: drinking water, sanitation, toilets. */
#include "form.h"

const struct form forms_pupr[] = {
    {0},
};
