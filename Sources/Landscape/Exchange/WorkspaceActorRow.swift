import Cooperation
import Domain
import Programmes
import Store

extension ActorRows {
    /// What a workspace publishes to the reader; nil where that is nothing.
    func page(_ id: WorkspaceID) throws -> WorkspacePage? {
        guard let actor = try workspaces(id).first else { return nil }
        let values: [SQLValue] = [.int(own), .int(id.value)]
        let most = WorkspacePage.listMax
        return WorkspacePage(
            actor: actor,
            offers: try connection.all(
                """
                SELECT o.id, o.title, o.language FROM offer o WHERE o.workspace_id = $2 AND o.status = 'open'
                AND \(CooperationReader.published("o", "$1")) ORDER BY o.id DESC LIMIT \(most)
                """, values
            ) { row in
                GapRow(
                    thing: .offer(OfferID(try row.int(0))), title: try row.text(1),
                    language: LanguageTag(try row.text(2)))
            },
            needs: try connection.all(
                """
                SELECT n.id, n.title, n.language, n.state FROM need n WHERE n.workspace_id = $2
                AND \(CooperationReader.need("$1")) ORDER BY n.id DESC LIMIT \(most)
                """, values
            ) { row in
                GapRow(
                    thing: .need(NeedID(try row.int(0))), title: try row.text(1),
                    language: LanguageTag(try row.text(2)), states: [StateCode(try row.text(3))])
            },
            funds: try connection.all(
                """
                SELECT f.id, f.name, f.language FROM fund f WHERE f.workspace_id = $2 AND f.closed = 0
                AND \(CooperationReader.published("f", "$1")) ORDER BY f.id DESC LIMIT \(most)
                """, values
            ) { WorkspacePage.Fund(id: try $0.int(0), name: try $0.text(1), language: LanguageTag(try $0.text(2))) },
            agreements: try agreements(id),
            programmes: try connection.all(
                """
                SELECT p.id, p.title FROM programme p WHERE p.workspace_id = $1 AND p.withdrawn = 0 AND p.public = 1
                ORDER BY p.id DESC LIMIT \(most)
                """, [.int(id.value)]
            ) { GapRow(thing: .programme(ProgrammeID(try $0.int(0))), title: try $0.text(1)) })
    }

    private func agreements(_ id: WorkspaceID) throws -> [AgreementLine] {
        var condition = RowCondition()
        condition.add(
            """
            a.status = 'in-force' AND a.current IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agreement_party y
                WHERE y.agreement_id = a.id AND y.number = a.current AND y.public = 0)
            AND EXISTS (SELECT 1 FROM agreement_party y WHERE y.agreement_id = a.id AND y.number = a.current
                AND y.workspace_id = \(condition.bind(.int(id.value))))
            """)
        return try AgreementLineRow.read(condition, nil, WorkspacePage.listMax, connection)
    }
}
