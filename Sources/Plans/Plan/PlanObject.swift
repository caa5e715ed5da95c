package import Domain
package import Store

/// Something of the plan whose fields people edit: every field has a text form, which is what history keeps and undo puts back.
package protocol PlanObject: Sendable {
    static var kind: SubjectKind { get }
    var number: Int64 { get }
    var version: Int { get set }
    /// Every field with its text form, nil where it is empty; always in the same order.
    var fields: [PlanField] { get }
    /// Puts a text form back. False where there is no such field or the text is not of its form; nothing is changed then.
    mutating func put(_ field: String, _ text: String?) -> Bool
    /// Throws where fields do not fit each other.
    func validated() throws(WorkspaceError)
    /// Held to the limits of what people write, in the form it is kept. `targets`: the codes that links may name.
    func checked(targets: Set<String>) throws(WorkspaceError) -> Self

    /// Of this workspace and within reach of `limit`, by id; missing ones are left out. Any number of ids.
    static func find(
        _ ids: [Int64], _ workspace: WorkspaceID, reach limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Self]
    static func insert(_ objects: [Self], at: String, _ connection: any WriteConnection) throws
    /// Writes everything where `version` still stands; false where it does not.
    func update(from old: Self, _ connection: any WriteConnection) throws -> Bool
}

package struct PlanField: Hashable, Sendable {
    package var name: String
    package var text: String?

    package init(_ name: String, _ text: String?) {
        self.name = name
        self.text = text
    }
}

extension PlanObject {
    package var subject: Subject { Subject(Self.kind, number) }
    package func validated() throws(WorkspaceError) {}
}

/// Forms of values in history.
package enum PlanText {
    package static func list(_ ids: [InstitutionID]) -> String? {
        ids.isEmpty ? nil : ids.map(\.description).joined(separator: ",")
    }

    package static func institutions(_ text: String?) -> [InstitutionID]? {
        guard let text, !text.isEmpty else { return [] }
        let ids = text.split(separator: ",").map { InstitutionID($0) }
        return ids.contains(nil) ? nil : ids.compactMap { $0 }
    }

    /// One a line: kind, code and title between tabs.
    static func links(_ links: [PlanLink]) -> String? {
        links.isEmpty
            ? nil : links.map { "\($0.kind.rawValue)\t\($0.code)\t\($0.title)" }.joined(separator: "\n")
    }

    static func links(_ text: String?) -> [PlanLink]? {
        guard let text, !text.isEmpty else { return [] }
        var links: [PlanLink] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let kind = PlanLink.Kind(rawValue: parts[0]) else { return nil }
            links.append(PlanLink(kind: kind, code: parts[1], title: parts[2]))
        }
        return links
    }

    static func flag(_ isOn: Bool) -> String? { isOn ? "yes" : nil }

    /// Reads an optional value; the outer nil: not of its form.
    static func optional<T>(_ text: String?, _ make: (String) -> T?) -> T?? {
        guard let text else { return .some(nil) }
        return make(text).map { .some($0) }
    }
}
