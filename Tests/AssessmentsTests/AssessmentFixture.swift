import Assessments
import Domain
import Foundation
import Operations
import People
import PlanSupport
import Plans
import Reference
import Store

/// The workspace of an invented State with a national institution and a civil-society organisation in it, and a partner of its own.
struct AssessmentFixture {
    static let secret = "quietly-whispered-words"

    let plan: PlanFixture
    let assessments: Assessments
    let coordinator: Member
    let administrator: Member
    /// Contributors of one organisation, and of the national institution.
    let watch: Member
    let colleague: Member
    let commission: Member
    /// Keeper of a UN entity's own workspace.
    let entity: Member

    var database: any Database { plan.database }

    static func make(_ database: any Database) async throws -> AssessmentFixture {
        let plan = try await PlanFixture.make(database)
        // Keys of documents are those of their symbols, as imports make them.
        try await database.write { try $0.execute("UPDATE document SET key = symbol") }
        let institutions = Institutions(plan.workspaces.store)
        let organisation = try await institutions.add(
            "Shore Watch", kind: .civilSociety, abbreviation: "SW", email: nil, by: plan.keeper)
        let commission = try await institutions.add(
            "Human Rights Commission", kind: .humanRightsInstitution, abbreviation: "HRC", email: nil, by: plan.keeper)
        let partner = try await plan.workspaces.addPartner(
            slug: "united-desk", name: "United Desk", actor: .unEntity, state: nil, region: nil, language: .english,
            timeZone: "UTC", by: .commandLine("tests"))
        func member(_ number: Int64, _ role: WorkspaceRole, _ institution: InstitutionID?) -> Member {
            Member(
                workspace: plan.workspace, account: AccountID(number), name: "\(role.rawValue) \(number)", role: role,
                institution: institution)
        }
        let key = FileManager.default.temporaryDirectory.path + "/assess-\(UUID().uuidString).key"
        return AssessmentFixture(
            plan: plan,
            assessments: Assessments(
                store: plan.workspaces.store, library: plan.plans.library,
                reference: try await PlanFixture.reference.value,
                signer: PackageSigner(
                    keyPath: key, name: "Independent Desk", operatorKind: .civilSociety, address: "https://example.org")
            ),
            coordinator: member(21, .coordinator, nil), administrator: member(22, .administrator, nil),
            watch: member(23, .contributor, organisation.id), colleague: member(24, .contributor, organisation.id),
            commission: member(25, .contributor, commission.id),
            entity: .keeper("cli:tests", of: partner))
    }

    /// What the store has of an assessment: its value, its author, how many reasons and how much evidence.
    func kept(_ id: AssessmentID) async throws -> [String] {
        try await database.read { connection in
            let values: [SQLValue] = [.int(id.value)]
            return try connection.all("SELECT value, author FROM assessment_said WHERE id = $1", values) {
                [try $0.text(0), try $0.text(1)]
            }.joined()
                + ["assessment_text", "assessment_evidence"].map {
                    String(try connection.count("SELECT COUNT(*) FROM \($0) WHERE assessment_id = $1", values))
                }
        }
    }

    static let day = CalendarDate("2026-01-10")!
    static let one = AssessedThing.recommendation(RecommendationID(1))

    func draft(
        _ value: String = "partially", _ scheme: StandardScheme = .implementation, day: String = "2026-01-10",
        reason: String = AssessmentFixture.secret, on thing: AssessedThing = AssessmentFixture.one
    ) -> AssessmentDraft {
        AssessmentDraft(
            thing: thing, scheme: SchemeCode(scheme), value: value, day: CalendarDate(day)!,
            reasons: [AssessmentReason(language: .english, isOriginal: true, text: reason)],
            evidence: [EvidenceLink(kind: .link, title: "Seen by us", address: "https://example.org/seen")])
    }

    func publish(_ draft: AssessmentDraft, by member: Member) async throws -> AssessmentID {
        let own = try await assessments.write(draft, by: member)
        try await assessments.publish(own.id, version: own.version, by: member)
        return own.id
    }

    /// Everything the room shows to everybody, as one text.
    func everything() async throws -> String {
        let page = try await assessments.published(AssessmentFilter(), limit: 200)
        let on = try await assessments.published(on: Self.one)
        let tally = try await assessments.tally(AssessmentFilter())
        return "\(page) \(on) \(tally)"
    }

    /// Rows of all logs of the store.
    func logged() async throws -> Int {
        try await database.read { connection in
            try connection.count(
                """
                SELECT (SELECT COUNT(*) FROM audit_entry) + (SELECT COUNT(*) FROM change_log)
                    + (SELECT COUNT(*) FROM field_change) + (SELECT COUNT(*) FROM outbox)
                """)
        }
    }
}
