# Answers of GET /api/users in JSON to lines of an import.
.users.user | (if type == "array" then .[] else . end)
| {
    kind: "staff",
    numbers: {billomat: (.id | tonumber)},
    email,
    salutation: (.salutation | if . == "MR" or . == "MRS" then . else null end),
    firstName: .first_name,
    lastName: .last_name,
    locale,
    timeZone: .timezone,
    role: (.role_id | if . == "" or . == null then null else {billomat: tonumber} end),
    customField: .customfield,
    created,
    updated
  }
| with_entries(select(.value != null and .value != ""))
