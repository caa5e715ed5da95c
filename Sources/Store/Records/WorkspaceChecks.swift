/// What no constraint of the schema holds of workspaces. Each statement gives the numbers of what is wrong.
package enum WorkspaceChecks {
    package static let all: [(name: String, sql: String)] = [
        (
            "changes of fields that take back a change of something else",
            """
            SELECT f.id FROM field_change f JOIN field_change r ON r.id = f.reverses
            WHERE r.workspace_id <> f.workspace_id OR r.kind <> f.kind OR r.subject_id <> f.subject_id
                OR r.field <> f.field ORDER BY f.id
            """
        ),
        (
            "changes of fields whose step does not begin with a change of the same workspace",
            """
            SELECT f.id FROM field_change f LEFT JOIN field_change b ON b.id = f.batch
            WHERE b.id IS NULL OR b.workspace_id <> f.workspace_id ORDER BY f.id
            """
        ),
        (
            "members of a workspace with an institution of another",
            """
            SELECT m.account_id FROM membership m JOIN institution i ON i.id = m.institution_id
            WHERE i.workspace_id <> m.workspace_id ORDER BY m.account_id
            """
        ),
        (
            "messages that were sent and still hold what they were filled with",
            "SELECT id FROM outbox WHERE status = 'sent' AND (arguments <> '{}' OR message_id IS NULL) ORDER BY id"
        ),
        (
            "notices in a message of another workspace or address",
            """
            SELECT n.id FROM notice n JOIN outbox o ON o.id = n.outbox_id
            WHERE o.workspace_id IS NULL OR o.workspace_id <> n.workspace_id OR o.address <> n.address ORDER BY n.id
            """
        ),
        (
            "needs that others read without a consent of the State that goes as far",
            """
            SELECT n.id FROM need n WHERE n.level <> 'draft' AND NOT EXISTS (
                SELECT 1 FROM need_consent c WHERE c.need_id = n.id AND c.withdrawn IS NULL
                AND (c.level = 'public' OR (c.level = 'partners' AND n.level <> 'public') OR c.level = n.level))
            ORDER BY n.id
            """
        ),
        (
            "needs with an institution of another workspace",
            """
            SELECT n.id FROM need n JOIN institution i ON i.id = n.institution_id
            WHERE i.workspace_id <> n.workspace_id ORDER BY n.id
            """
        ),
        (
            "applications that name another workspace than that of their call, or a need of another",
            """
            SELECT a.id FROM application a JOIN fund_call k ON k.id = a.call_id LEFT JOIN need n ON n.id = a.need_id
            WHERE k.workspace_id <> a.partner_id OR n.workspace_id <> a.workspace_id ORDER BY a.id
            """
        ),
    ]
}
