package import Domain
import Foundation
import People
import Store

extension Assessments {
    /// Schemes of the member's voice with their latest editions.
    package func schemes(_ member: Member) async throws(WorkspaceError) -> [OwnScheme] {
        try await store.read { connection in
            try SchemeRow.own(VoiceRow.find(member, connection), member.workspace.id, connection)
        }
    }

    /// Makes a scheme, or a new edition of one. What was said in an earlier edition keeps the words of that edition.
    package func save(
        _ content: SchemeContent, of id: OwnSchemeID?, version: Int, by member: Member
    ) async throws(WorkspaceError) -> OwnSchemeID {
        let content = try SchemeRules.checked(content)
        let new: OwnSchemeID
        if let id { new = id } else { new = OwnSchemeID(try await store.take(.assessmentScheme).lowerBound) }
        return try await store.change(member) { change in
            let voice = try VoiceRow.find(member, change.connection)
            let own = try SchemeRow.own(voice, change.workspace, change.connection)
            let json = try content.json()
            if let id {
                guard let scheme = own.first(where: { $0.id == id && !$0.isClosed }) else {
                    throw WorkspaceError.notFound
                }
                guard scheme.content != content else { return id }
                guard
                    try SchemeRow.add(
                        json, to: scheme, version: version, at: change.at, change.workspace, voice,
                        change.connection)
                else {
                    throw WorkspaceError.stale(Subject(.assessmentScheme, id.value), version: scheme.version)
                }
            } else {
                guard own.count < SchemeRules.schemesMax else {
                    throw WorkspaceError.invalid("scheme", "assess.schemesMany")
                }
                try SchemeRow.insert(new, json, at: change.at, change.workspace, voice, change.connection)
            }
            change.did("assessmentScheme.save", Subject(.assessmentScheme, new.value))
            return new
        }
    }

    /// Nobody chooses it any more; what was said in it stays.
    package func close(_ id: OwnSchemeID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await store.change(member) { change in
            let voice = try VoiceRow.find(member, change.connection)
            let own = try SchemeRow.own(voice, change.workspace, change.connection)
            guard let scheme = own.first(where: { $0.id == id }) else { throw WorkspaceError.notFound }
            guard try SchemeRow.close(scheme, version: version, change.workspace, voice, change.connection) else {
                throw WorkspaceError.stale(Subject(.assessmentScheme, id.value), version: scheme.version)
            }
            change.did("assessmentScheme.close", Subject(.assessmentScheme, id.value))
        }
    }
}

enum SchemeRules {
    static let schemesMax = 30

    /// Names in at least one of the six languages, two to twelve values with a label in each of those.
    static func checked(_ content: SchemeContent) throws(WorkspaceError) -> SchemeContent {
        let names = texts(content.names)
        guard !names.isEmpty, names.values.allSatisfy({ $0.count <= SchemeContent.labelCharactersMax }) else {
            throw .invalid("name", "assess.schemeName")
        }
        let about = texts(content.about)
        guard about.values.allSatisfy({ $0.count <= SchemeContent.aboutCharactersMax }) else {
            throw .invalid("about", "assess.schemeAbout")
        }
        var values: [SchemeContent.Value] = []
        for value in content.values {
            let labels = texts(value.labels)
            if labels.isEmpty, value.code.isEmpty { continue }
            guard isCode(value.code), !values.contains(where: { $0.code == value.code }) else {
                throw .invalid("value", "assess.schemeCode")
            }
            guard Set(labels.keys) == Set(names.keys),
                labels.values.allSatisfy({ $0.count <= SchemeContent.labelCharactersMax })
            else { throw .invalid("value", "assess.schemeLabels") }
            values.append(SchemeContent.Value(code: value.code, labels: labels))
        }
        guard (2...SchemeContent.valuesMax).contains(values.count) else {
            throw .invalid("value", "assess.schemeValues")
        }
        return SchemeContent(names: names, about: about, values: values)
    }

    static func isCode(_ text: String) -> Bool {
        (1...24).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    private static func texts(_ texts: [String: String]) -> [String: String] {
        texts.mapValues(AssessmentRules.trimmed).filter {
            !$0.value.isEmpty && LanguageTag.official.contains(LanguageTag($0.key))
        }
    }
}

extension SchemeRow {
    static func insert(
        _ id: OwnSchemeID, _ json: String, at: String, _ workspace: WorkspaceID, _ voice: AssessmentVoice,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment_scheme (id, workspace_id, institution_id, latest, closed, made, version)
            VALUES ($1, $2, $3, 1, 0, $4, 1)
            """, [.int(id.value), .int(workspace.value), .int(voice.key), .text(at)])
        try write(id, 1, json, at, connection)
    }

    static func add(
        _ json: String, to scheme: OwnScheme, version: Int, at: String, _ workspace: WorkspaceID,
        _ voice: AssessmentVoice, _ connection: any WriteConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE assessment_scheme SET latest = latest + 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND institution_id = $3 AND version = $4 AND closed = 0
            """, [.int(scheme.id.value), .int(workspace.value), .int(voice.key), .int(version)])
        guard changed == 1 else { return false }
        try write(scheme.id, scheme.edition + 1, json, at, connection)
        return true
    }

    static func close(
        _ scheme: OwnScheme, version: Int, _ workspace: WorkspaceID, _ voice: AssessmentVoice,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE assessment_scheme SET closed = 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND institution_id = $3 AND version = $4
            """, [.int(scheme.id.value), .int(workspace.value), .int(voice.key), .int(version)]) == 1
    }

    static func write(
        _ id: OwnSchemeID, _ number: Int, _ json: String, _ at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO assessment_scheme_edition (scheme_id, number, content, made) VALUES ($1, $2, $3, $4)",
            [.int(id.value), .int(number), .text(json), .text(at)])
    }
}
