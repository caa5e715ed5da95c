import Domain
import Programmes
import Store

/// Programmes under way as flows.
enum FlowRow {
    /// The latest that are read for pictures; figures say when there are more.
    static let flowsMax = 20_000

    static func read(_ conditions: GapConditions, _ connection: any ReadConnection) throws -> [Flow] {
        let condition = conditions.programmes()
        var flows = try connection.all(
            "SELECT p.id, p.modality FROM programme p WHERE \(condition.sql) ORDER BY p.id DESC LIMIT \(flowsMax)",
            condition.values
        ) { row in
            Flow(
                programme: ProgrammeID(try row.int(0)), givers: [], workers: [], states: [], themes: [],
                modality: try row.textOrNil(1).flatMap { Modality(rawValue: $0) })
        }
        let places = Dictionary(uniqueKeysWithValues: flows.enumerated().map { ($1.programme.value, $0) })
        try connection.query(
            """
            SELECT a.programme_id, a.role, a.known_as, a.name, a.ref, a.kind FROM programme_actor a
            JOIN programme p ON p.id = a.programme_id
            WHERE a.role IN ('1', '4') AND a.known_as <> '' AND \(condition.sql) ORDER BY a.programme_id, a.role, a.number
            """, condition.values
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            let organisation = NamedActor(
                key: try row.text(2), name: try row.text(3), reference: try row.text(4), kind: try row.text(5))
            if try row.text(1) == "1" {
                if !flows[place].givers.contains(where: { $0.key == organisation.key }) {
                    flows[place].givers.append(organisation)
                }
            } else if !flows[place].workers.contains(where: { $0.key == organisation.key }) {
                flows[place].workers.append(organisation)
            }
        }
        try connection.query(
            """
            SELECT x.programme_id, x.state FROM programme_state x JOIN programme p ON p.id = x.programme_id
            WHERE \(condition.sql) ORDER BY x.state
            """, condition.values
        ) { row in
            if let place = places[try row.int(0)] { flows[place].states.append(StateCode(try row.text(1))) }
        }
        try connection.query(
            """
            SELECT x.programme_id, x.code FROM programme_purpose x JOIN programme p ON p.id = x.programme_id
            WHERE x.kind = 'theme' AND \(condition.sql) ORDER BY x.code
            """, condition.values
        ) { row in
            if let place = places[try row.int(0)] { flows[place].themes.append(try row.text(1)) }
        }
        return flows
    }
}
