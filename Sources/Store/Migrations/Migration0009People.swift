extension Migration {
    /// How people come in, prove who they are and leave: sessions that can be listed, invitations, resets, second factors, identities
    /// of an outside provider, tokens of the API, devices that are known; and what was once true of a membership or an institution.
    /// Secrets are kept as digests, or sealed where the program needs them again. Sessions end.
    static let people = Migration(
        9, "people",
        [
            "DROP TABLE session",
            """
            CREATE TABLE session (
                token_digest {text} PRIMARY KEY NOT NULL, id {int} NOT NULL UNIQUE,
                account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE, created {text} NOT NULL,
                expires {text} NOT NULL, last_seen {text} NOT NULL, device {text} NOT NULL, method {text} NOT NULL,
                second_factor {int} NOT NULL CHECK (second_factor IN (0, 1)), confirmed {text} NOT NULL) {clustered}
            """,
            "CREATE INDEX session_account ON session(account_id)",
            """
            CREATE TABLE known_device (
                token_digest {text} PRIMARY KEY NOT NULL, account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                made {text} NOT NULL, expires {text} NOT NULL) {clustered}
            """,
            "CREATE INDEX known_device_account ON known_device(account_id)",
            """
            CREATE TABLE second_factor (
                account_id {int} PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, secret {bytes} NOT NULL,
                confirmed {text}, last_step {int} NOT NULL) {strict}
            """,
            """
            CREATE TABLE recovery_code (
                account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE, digest {text} NOT NULL, used {text},
                PRIMARY KEY (account_id, digest)) {strict}
            """,
            """
            CREATE TABLE outside_identity (
                issuer {text} NOT NULL, subject {text} NOT NULL,
                account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE, since {text} NOT NULL,
                PRIMARY KEY (issuer, subject)) {strict}
            """,
            "CREATE INDEX outside_identity_account ON outside_identity(account_id)",
            """
            CREATE TABLE outside_sign_in (
                state_digest {text} PRIMARY KEY NOT NULL, verifier {text} NOT NULL, nonce {text} NOT NULL,
                browser_digest {text} NOT NULL, back {text}, replaces {int}, expires {text} NOT NULL) {clustered}
            """,
            """
            CREATE TABLE password_reset (
                token_digest {text} PRIMARY KEY NOT NULL, account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                made {text} NOT NULL, expires {text} NOT NULL) {clustered}
            """,
            "CREATE INDEX password_reset_account ON password_reset(account_id)",
            """
            CREATE TABLE invitation (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), email {text} NOT NULL,
                email_key {text} NOT NULL, role {text} NOT NULL, institution_id {int} REFERENCES institution(id),
                language {text} NOT NULL, token_digest {text} NOT NULL UNIQUE, made {text} NOT NULL, made_by {text} NOT NULL,
                expires {text} NOT NULL, accepted {text}, account_id {int} REFERENCES account(id), withdrawn {text}) {strict}
            """,
            "CREATE INDEX invitation_workspace ON invitation(workspace_id, id)",
            "CREATE INDEX invitation_email ON invitation(email_key)",
            """
            CREATE TABLE api_token (
                id {int} PRIMARY KEY, account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                workspace_id {int} NOT NULL REFERENCES workspace(id), name {text} NOT NULL,
                scope {text} NOT NULL CHECK (scope IN ('read', 'write')), token_digest {text} NOT NULL UNIQUE,
                made {text} NOT NULL, expires {text} NOT NULL, last_used {text}, revoked {text}) {strict}
            """,
            "CREATE INDEX api_token_account ON api_token(account_id)",
            "CREATE INDEX api_token_workspace ON api_token(workspace_id)",
            "ALTER TABLE membership ADD COLUMN version {int} NOT NULL DEFAULT 1",
            """
            CREATE TABLE membership_period (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
                account_id {int} NOT NULL REFERENCES account(id), role {text} NOT NULL,
                institution_id {int} REFERENCES institution(id), since {text} NOT NULL, until {text},
                successor_id {int} REFERENCES account(id)) {strict}
            """,
            "CREATE INDEX membership_period_account ON membership_period(workspace_id, account_id, id)",
            "CREATE INDEX membership_period_institution ON membership_period(institution_id, id)",
            """
            INSERT INTO membership_period (id, workspace_id, account_id, role, institution_id, since, until)
            SELECT row_number() OVER (ORDER BY workspace_id, account_id), workspace_id, account_id, role, institution_id,
                since, until FROM membership
            """,
            "INSERT INTO id_head (kind, next) SELECT 'membership_period', count(*) + 1 FROM membership_period",
            """
            CREATE TABLE accreditation (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
                institution_id {int} NOT NULL REFERENCES institution(id),
                status {text} NOT NULL CHECK (status IN ('A', 'B', 'none')), decided {text} NOT NULL, review_due {text},
                source {text}, made {text} NOT NULL, made_by {text} NOT NULL, withdrawn {text}) {strict}
            """,
            "CREATE INDEX accreditation_institution ON accreditation(institution_id, decided)",
            """
            CREATE TABLE workspace_setting (
                workspace_id {int} NOT NULL REFERENCES workspace(id), key {text} NOT NULL, value {text} NOT NULL,
                PRIMARY KEY (workspace_id, key)) {strict}
            """,
        ])
}
