import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What everybody may read of a workspace, for programs. A field that is null was not said or is not shown: `shown` names what is.
enum FaceJSON {
    /// The members of each kind beside `id`, `version` and `changed`; numbers are marked.
    static let members: [PublicKind: [(name: String, isNumber: Bool)]] = [
        .commitment: texts("title", "priority", "lead", "supporting", "due", "status", "links") + [
            ("issue", true), ("recommendation", true),
        ],
        .recommendation: [("recommendation", true)] + texts("lead", "due", "status"),
        .action: texts("title", "description", "lead", "supporting", "status", "starts", "due", "currency", "budget")
            + [
                ("cost", true), ("gap", true),
            ],
        .milestone: texts("title", "due", "done"),
        .statement: [("recommendation", true)] + texts("status", "reason", "stated"),
        .progress: texts("institution", "starts", "ends", "said", "obstacle", "status") + [("percent", true)],
        .evidence: texts("title", "key", "of"),
        .indicator: texts(
            "code", "title", "type", "definition", "unit", "direction", "baseline", "baselineAt", "target", "targetAt",
            "source", "institution", "commitments", "issues", "targets"),
        .observation: texts(
            "period", "sex", "age", "disability", "region", "population", "value", "source"),
        .deadline: texts("kind", "mechanism", "title", "due", "force", "status", "rule", "closed", "origin") + [
            ("number", true)
        ],
        .position: [("recommendation", true)] + texts("paragraph", "position", "reason", "decided"),
    ]

    private static func texts(_ names: String...) -> [(name: String, isNumber: Bool)] { names.map { ($0, false) } }

    static let limit = Parameter(
        name: "limit", form: .integer(1...PublicFaces.pageMax), summary: "Most of them on a page.")

    static func list(_ kind: PublicKind, _ page: FacePage) -> Answer {
        let after = page.asked("after").flatMap { Int64($0) } ?? 0
        let limit = page.asked("limit").flatMap { Int($0) } ?? 100
        let all = page.face.all(kind)
        let rest = all.filter { $0.id > after }
        let shown = rest.prefix(limit)
        let json = JSONWriter()
        json.object {
            json.member("total", all.count)
            json.member("next", rest.count > shown.count ? shown.last.map { Int($0.id) } : nil)
            json.array("items") { for item in shown { object(item, nil, json) } }
        }
        return .json(json.bytes)
    }

    static func object(_ item: PublicItem, _ key: String?, _ json: JSONWriter) {
        json.object(key) {
            json.member("id", Int(item.id))
            json.member("parent", item.parent?.description)
            json.member("version", item.version)
            json.member("changed", item.changed)
            for member in members[item.kind] ?? [] {
                if member.isNumber {
                    json.member(member.name, item.number(member.name).map { Int($0) })
                } else {
                    json.member(member.name, item[member.name])
                }
            }
        }
    }

    static func one(_ kind: PublicKind, _ page: FacePage) async throws(WebError) -> Answer {
        guard let item = page.face.item(PublicKey(kind, try page.number("id"))) else { throw .notFound }
        let json = JSONWriter()
        json.object {
            object(item, "item", json)
            for child in children(kind) {
                json.array(child.name) {
                    for own in page.face.all(child.kind, of: item.key) { object(own, nil, json) }
                }
            }
        }
        return .json(json.bytes)
    }

    static func children(_ kind: PublicKind) -> [(name: String, kind: PublicKind)] {
        switch kind {
        case .commitment:
            [
                ("recommendations", .recommendation), ("actions", .action), ("statements", .statement),
                ("evidence", .evidence),
            ]
        case .action: [("milestones", .milestone), ("progress", .progress), ("evidence", .evidence)]
        case .indicator: [("observations", .observation), ("evidence", .evidence)]
        default: []
        }
    }

    static func face(_ page: FacePage) -> Answer {
        let face = page.face
        let json = JSONWriter()
        json.object {
            json.member("workspace", face.workspace.slug)
            json.member("name", face.workspace.name)
            json.member("state", face.workspace.state?.rawValue)
            json.member("about", face.about.isEmpty ? nil : face.about)
            json.member("contact", face.contact)
            json.member("version", Int(face.state))
            json.member("changed", face.changed)
            json.array("shown", of: PublicField.allCases.filter { face.shows($0) }.map(\.rawValue))
            json.object("counts") {
                for kind in PublicKind.allCases where face.shows(kind.field) {
                    json.member(kind.rawValue, face.all(kind).count)
                }
            }
        }
        return .json(json.bytes)
    }

    static func removals(_ page: FacePage) -> Answer {
        let json = JSONWriter()
        json.object {
            json.member("total", page.face.removals.count)
            json.array("removals") {
                for removal in page.face.removals {
                    json.object {
                        json.member("thing", removal.key.description)
                        json.member("removed", removal.at)
                        json.member("ground", removal.ground.rawValue)
                        json.member("office", removal.office)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static func changes(_ page: FacePage) async throws(WebError) -> Answer {
        let before = page.asked("after").flatMap { Int64($0) }
        let limit = page.asked("limit").flatMap { Int($0) } ?? 100
        let found = try await WebError.running { () throws(WorkspaceError) in
            try await page.faces.latest(page.face, before: before, limit: limit)
        }
        let json = JSONWriter()
        json.object {
            json.member("next", found.next.map { Int($0) })
            json.array("changes") {
                for version in found.versions {
                    json.object {
                        json.member("state", Int(version.state))
                        json.member("thing", version.key.description)
                        json.member("version", version.number)
                        json.member("made", version.made)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static func open(_ exchange: Exchange, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let open = try await WebError.running { () throws(WorkspaceError) in try await faces.open() }
        let json = JSONWriter()
        json.object {
            json.array("pages") {
                for workspace in open {
                    json.object {
                        json.member("workspace", workspace.slug)
                        json.member("name", workspace.name)
                        json.member("state", workspace.state?.rawValue)
                    }
                }
            }
        }
        return .json(json.bytes)
    }
}
