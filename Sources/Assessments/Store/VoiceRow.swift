import Domain
import Store

/// In whose name a member assesses.
enum VoiceRow {
    /// Throws `forbidden` where the member may assess for nobody, `notFound` where her institution is gone.
    static func find(_ member: Member, _ connection: any ReadConnection) throws -> AssessmentVoice {
        guard let institution = try member.limit(.assess) else { return own(member.workspace) }
        let found = try connection.first(
            "SELECT kind, name FROM institution WHERE id = $1 AND workspace_id = $2",
            [.int(institution.value), .int(member.workspace.id.value)]
        ) { (kind: try $0.value(0, InstitutionKind.init(rawValue:)), name: try $0.text(1)) }
        guard let found else { throw WorkspaceError.notFound }
        return AssessmentVoice(institution: institution, assessor: kind(of: found.kind), name: found.name)
    }

    private static func own(_ workspace: Workspace) -> AssessmentVoice {
        if let state = workspace.mechanismState {
            return AssessmentVoice(institution: nil, assessor: .state, name: state.rawValue)
        }
        return AssessmentVoice(
            institution: nil, assessor: workspace.actor.map(kind) ?? .other, name: workspace.name)
    }

    private static func kind(of institution: InstitutionKind) -> Assessment.AssessorKind {
        switch institution {
        case .humanRightsInstitution: .nhri
        case .civilSociety: .civilSociety
        case .unEntity: .un
        case .donor: .donor
        case .ministry, .agency, .parliament, .court, .statisticsOffice, .city, .business, .other: .other
        }
    }

    private static func kind(of actor: ActorKind) -> Assessment.AssessorKind {
        switch actor {
        case .unEntity: .un
        case .stateAgency, .lender, .fund, .foundation: .donor
        case .regionalBody: .regionalBody
        case .university: .expert
        case .nationalInstitution: .nhri
        case .civilSociety: .civilSociety
        case .city: .other
        }
    }

    /// Whether nothing of this voice is published before somebody else in it has read it.
    static func needsSecond(
        _ voice: AssessmentVoice, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (needs: Bool, version: Int) {
        try connection.first(
            "SELECT needs_second, version FROM assessment_setting WHERE workspace_id = $1 AND institution_id = $2",
            [.int(workspace.value), .int(voice.key)]
        ) { (try $0.int(0) == 1, Int(try $0.int(1))) } ?? (false, 0)
    }

    static func put(
        needsSecond: Bool, from version: Int, _ voice: AssessmentVoice, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        let values: [SQLValue] = [
            .int(workspace.value), .int(voice.key), .flag(needsSecond), .int(version + 1),
        ]
        if version == 0 {
            return try connection.execute(
                """
                INSERT INTO assessment_setting (workspace_id, institution_id, needs_second, version)
                VALUES ($1, $2, $3, $4) ON CONFLICT (workspace_id, institution_id) DO NOTHING
                """, values) == 1
        }
        return try connection.execute(
            """
            UPDATE assessment_setting SET needs_second = $3, version = $4
            WHERE workspace_id = $1 AND institution_id = $2 AND version = $5
            """, values + [.int(version)]) == 1
    }
}

extension AssessmentVoice {
    /// How its rows are told apart: 0 where the workspace itself speaks.
    var key: Int64 { institution?.value ?? 0 }
}
