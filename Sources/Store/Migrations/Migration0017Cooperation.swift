extension Migration {
    /// Partners get workspaces beside the mechanisms of States; needs with the consent they are published on, offers, funds.
    ///
    /// SQLite does not take a NOT NULL away: a partner without a State has an empty one. Lists of codes stand in one table for each
    /// kind of thing, a row a code, so that a set is asked for in the query.
    static let cooperation = Migration(17, "cooperation", partners + needs + offers + funds)

    private static let partners = [
        """
        ALTER TABLE workspace ADD COLUMN kind {text} NOT NULL DEFAULT 'mechanism'
            CHECK (kind = 'partner' OR (kind = 'mechanism' AND state <> ''))
        """,
        """
        ALTER TABLE workspace ADD COLUMN actor_kind {text} CHECK (actor_kind IN (
            'un-entity', 'state-agency', 'regional-body', 'lender', 'fund', 'foundation', 'university',
            'national-institution', 'city', 'civil-society'))
        """,
        "ALTER TABLE workspace ADD COLUMN region {text}",
        "CREATE INDEX workspace_kind ON workspace(kind, id)",
    ]

    private static let needs = [
        """
        CREATE TABLE need (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), state {text} NOT NULL,
            institution_id {int} REFERENCES institution(id), title {text} NOT NULL, language {text} NOT NULL,
            existing {text} NOT NULL, missing {text} NOT NULL, asked {text} NOT NULL, target_group {text} NOT NULL,
            starts {text}, ends {text}, cost {int} CHECK (cost >= 0), currency {text}, refused_note {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('open', 'talking', 'agreed', 'partly-met', 'met', 'closed')),
            level {text} NOT NULL CHECK (level IN ('draft', 'named', 'partners', 'public')), hidden {text} NOT NULL,
            since {text}, stated {text} NOT NULL, version {int} NOT NULL, CHECK ((level = 'draft') = (since IS NULL)),
            CHECK ((cost IS NULL) = (currency IS NULL))) {strict}
        """,
        "CREATE INDEX need_place ON need(workspace_id, id)",
        "CREATE INDEX need_level ON need(level, id)",
        "CREATE INDEX need_institution ON need(institution_id)",
        """
        CREATE TABLE need_value (
            need_id {int} NOT NULL REFERENCES need(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('help', 'theme', 'goal', 'language', 'condition')), value {text} NOT NULL,
            PRIMARY KEY (need_id, kind, value)) {clustered}
        """,
        "CREATE INDEX need_value_value ON need_value(kind, value, need_id)",
        """
        CREATE TABLE need_source (
            need_id {int} NOT NULL REFERENCES need(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('issue', 'commitment', 'action', 'recommendation', 'document')),
            source_id {int} NOT NULL, PRIMARY KEY (need_id, kind, source_id)) {clustered}
        """,
        "CREATE INDEX need_source_source ON need_source(workspace_id, kind, source_id)",
        """
        CREATE TABLE need_named (
            need_id {int} NOT NULL REFERENCES need(id), workspace_id {int} NOT NULL,
            partner_id {int} NOT NULL REFERENCES workspace(id), PRIMARY KEY (need_id, partner_id)) {clustered}
        """,
        "CREATE INDEX need_named_partner ON need_named(partner_id, need_id)",
        """
        CREATE TABLE need_consent (
            id {int} PRIMARY KEY, need_id {int} NOT NULL REFERENCES need(id), workspace_id {int} NOT NULL,
            authority {text} NOT NULL CHECK (authority IN (
                'head-of-state', 'head-of-government', 'foreign-minister', 'permanent-mission', 'cabinet', 'full-powers')),
            office {text} NOT NULL, day {text} NOT NULL, instrument {text} NOT NULL,
            level {text} NOT NULL CHECK (level IN ('named', 'partners', 'public')), recorded_by {text} NOT NULL,
            recorded {text} NOT NULL, withdrawn {text}, withdrawn_why {text}) {strict}
        """,
        // One consent stands at a time: a new one takes the place of an old one that was withdrawn.
        "CREATE UNIQUE INDEX need_consent_standing ON need_consent(need_id) WHERE withdrawn IS NULL",
        "CREATE INDEX need_consent_need ON need_consent(need_id, id)",
    ]

    private static let offers = [
        """
        CREATE TABLE offer (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), title {text} NOT NULL,
            body {text} NOT NULL, language {text} NOT NULL, starts {text}, ends {text},
            capacity {int} CHECK (capacity >= 0), money {int} CHECK (money >= 0), currency {text},
            conditions_note {text} NOT NULL, office {text} NOT NULL, email {text} NOT NULL, address {text} NOT NULL,
            level {text} NOT NULL CHECK (level IN ('draft', 'partners', 'public')),
            status {text} NOT NULL CHECK (status IN ('open', 'paused', 'closed')), made {text} NOT NULL,
            version {int} NOT NULL, CHECK ((money IS NULL) = (currency IS NULL))) {strict}
        """,
        "CREATE INDEX offer_place ON offer(workspace_id, id)",
        "CREATE INDEX offer_level ON offer(level, id)",
        """
        CREATE TABLE offer_value (
            offer_id {int} NOT NULL REFERENCES offer(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('help', 'theme', 'goal', 'language', 'condition', 'state', 'group')),
            value {text} NOT NULL, PRIMARY KEY (offer_id, kind, value)) {clustered}
        """,
        "CREATE INDEX offer_value_value ON offer_value(kind, value, offer_id)",
    ]

    private static let funds = [
        """
        CREATE TABLE fund (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), name {text} NOT NULL,
            body {text} NOT NULL, language {text} NOT NULL, template {text}, office {text} NOT NULL,
            email {text} NOT NULL, address {text} NOT NULL,
            level {text} NOT NULL CHECK (level IN ('draft', 'partners', 'public')),
            closed {int} NOT NULL CHECK (closed IN (0, 1)), made {text} NOT NULL, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX fund_place ON fund(workspace_id, id)",
        "CREATE INDEX fund_level ON fund(level, id)",
        """
        CREATE TABLE fund_call (
            id {int} PRIMARY KEY, fund_id {int} NOT NULL REFERENCES fund(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), title {text} NOT NULL, body {text} NOT NULL,
            opens {text}, closes {text}, ceiling {int} CHECK (ceiling >= 0), ceiling_currency {text},
            budget {int} CHECK (budget >= 0), budget_currency {text}, eligible_note {text} NOT NULL,
            needs_consent {int} NOT NULL CHECK (needs_consent IN (0, 1)), form {text} NOT NULL,
            cancelled {int} NOT NULL CHECK (cancelled IN (0, 1)), version {int} NOT NULL,
            CHECK ((ceiling IS NULL) = (ceiling_currency IS NULL)), CHECK ((budget IS NULL) = (budget_currency IS NULL))
        ) {strict}
        """,
        "CREATE INDEX fund_call_fund ON fund_call(fund_id, id)",
        "CREATE INDEX fund_call_place ON fund_call(workspace_id, id)",
        """
        CREATE TABLE fund_call_value (
            call_id {int} NOT NULL REFERENCES fund_call(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('help', 'theme', 'goal', 'language', 'condition', 'state', 'group')),
            value {text} NOT NULL, PRIMARY KEY (call_id, kind, value)) {clustered}
        """,
        "CREATE INDEX fund_call_value_value ON fund_call_value(kind, value, call_id)",
        // Workspaces whose deadlines show when a call closes.
        """
        CREATE TABLE fund_call_watch (
            workspace_id {int} NOT NULL REFERENCES workspace(id), call_id {int} NOT NULL REFERENCES fund_call(id),
            since {text} NOT NULL, PRIMARY KEY (workspace_id, call_id)) {clustered}
        """,
        "CREATE INDEX fund_call_watch_call ON fund_call_watch(call_id)",
        """
        CREATE TABLE application (
            id {int} PRIMARY KEY, call_id {int} NOT NULL REFERENCES fund_call(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), partner_id {int} NOT NULL REFERENCES workspace(id),
            need_id {int} REFERENCES need(id), title {text} NOT NULL, amount {int} CHECK (amount >= 0), currency {text},
            status {text} NOT NULL CHECK (status IN ('draft', 'submitted', 'withdrawn', 'selected', 'not-selected')),
            made {text} NOT NULL, submitted {text}, version {int} NOT NULL,
            CHECK (status <> 'draft' OR submitted IS NULL), CHECK ((amount IS NULL) = (currency IS NULL))) {strict}
        """,
        "CREATE INDEX application_place ON application(workspace_id, id)",
        "CREATE INDEX application_partner ON application(partner_id, status, id)",
        "CREATE INDEX application_call ON application(call_id, status)",
        "CREATE INDEX application_need ON application(need_id)",
        """
        CREATE TABLE application_answer (
            application_id {int} NOT NULL REFERENCES application(id), workspace_id {int} NOT NULL, field {text} NOT NULL,
            value {text} NOT NULL, PRIMARY KEY (application_id, field)) {clustered}
        """,
    ]
}
