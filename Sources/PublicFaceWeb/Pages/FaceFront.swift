import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// The first page: what the workspace shows, in numbers and pictures, what changed last, and where to read on.
struct FaceFront {
    let page: FacePage
    let help: FaceHelp
    let latest: [PublicVersion]

    private static let few = 5

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let help = try await FaceHelp.of(page)
        let latest = try await WebError.running { () throws(WorkspaceError) in
            page.isOpen ? try await page.faces.latest(page.face, limit: few).versions : []
        }
        let page = try await page.naming(latest.compactMap(\.item))
        let front = FaceFront(page: page, help: help, latest: latest)
        let name = page.face.workspace.name
        return try await page.answer(name, at: "", isTop: true, cited: Cite(page, list: name, key: "page")) {
            front.write()
        }
    }

    func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.actorName(page.face.workspace))
            html.element(.h1, .dir("auto"), text: page.face.workspace.name)
            if page.face.about.isEmpty {
                html.element(.p, .class("lead"), text: view.say("publicFace.front.lead"))
            } else {
                page.prose(page.face.about)
            }
        }
        page.counted()
        numbers()
        plan()
        progress()
        view.section("assessments", view.say("publicFace.assessments.title"), view.say("publicFace.assessments.lead")) {
            more("/assessments", "publicFace.assessments.link")
        }
        listed("indicators", .indicators, .indicator)
        deadlines()
        listed("positions", .positions, .position)
        cooperation()
        changes()
        contact()
    }

    private func numbers() {
        let counted: [(PublicField, PublicKind, String)] = [
            (.commitments, .commitment, "/commitments"), (.actions, .action, "/actions"),
            (.progress, .progress, "/progress"), (.indicators, .indicator, "/indicators"),
            (.deadlines, .deadline, "/deadlines"),
        ]
        let shown = counted.filter { page.shows($0.0) }
        guard !shown.isEmpty else { return }
        view.numbers(
            shown.map {
                (page.face.all($0.1).count, view.say("publicFace.kinds.\($0.1.rawValue)"), page.address($0.2))
            })
    }

    private func plan() {
        view.section("plan", view.say("publicFace.plan.title")) {
            guard page.shows(.commitments) else {
                page.notShown()
                return
            }
            page.lastChange(.commitment, .action, .milestone)
            if page.face.all(.commitment).isEmpty { page.nothing("publicFace.plan.none") }
            html.element(.div, .class("grid")) {
                FaceStatus(page, .commitment).figure(level: 3)
                FaceStatus(page, .action).figure(level: 3)
            }
            if !page.shows(.status) {
                html.element(.p, .class("none"), text: view.say("publicFace.statusNotShown"))
            }
            more("/commitments", "publicFace.plan.link")
        }
    }

    private func progress() {
        view.section("progress", view.say("publicFace.progress.title")) {
            guard page.shows(.progress) else {
                page.notShown()
                return
            }
            page.lastChange(.progress, .statement, .evidence)
            let reports = page.face.all(.progress)
            if let latest = reports.last {
                FaceReport(page: page, item: latest).write(isHere: false)
                more("/progress", "publicFace.progress.link")
            } else {
                page.nothing()
            }
        }
    }

    private func deadlines() {
        view.section("deadlines", view.say("publicFace.deadlines.title")) {
            guard page.shows(.deadlines) else {
                page.notShown()
                return
            }
            page.lastChange(.deadline)
            let open = page.face.all(.deadline).filter { $0["status"] == "open" }
                .sorted { ($0["due"] ?? "", $0.id) < ($1["due"] ?? "", $1.id) }
            if open.isEmpty { page.nothing() } else { FaceList.deadlines(page, Array(open.prefix(Self.few))) }
            more("/deadlines", "publicFace.deadlines.link")
        }
    }

    private func listed(_ name: String, _ field: PublicField, _ kind: PublicKind) {
        view.section(name, view.say("publicFace.\(name).title")) {
            guard page.shows(field) else {
                page.notShown()
                return
            }
            page.lastChange(kind)
            let count = page.face.all(kind).count
            if count == 0 {
                page.nothing()
            } else {
                html.element(.p) {
                    view.link(page.address("/\(name)"), view.say("publicFace.countAll", ["n": .number(count)]))
                }
            }
        }
    }

    private func cooperation() {
        view.section("cooperation", view.say("publicFace.cooperation.title")) {
            let parts: [(PublicField, [FaceNeighbour])] = [
                (.needs, help.help.filter { $0.kind == .need }), (.given, help.help.filter { $0.kind == .offer }),
                (.consultations, help.consultations),
            ]
            for (field, items) in parts {
                html.element(.h3, text: view.say("publicFace.\(field.rawValue).title"))
                help.list(page, field, items, most: Self.few)
            }
            more("/cooperation", "publicFace.cooperation.link")
        }
    }

    private func changes() {
        guard page.isOpen else { return }
        view.section("changes", view.say("publicFace.changes.title")) {
            FaceChanges.list(latest, page)
            FaceChanges.followed(page)
            more("/changes", "publicFace.changes.link")
            more("/removals", "publicFace.removals.title")
        }
        view.section("embed", view.say("publicFace.embed.title"), view.say("publicFace.embed.lead")) {
            for picture in EmbedPicture.allCases {
                let path = "/embed/\(page.face.workspace.slug)/\(picture.rawValue)"
                html.element(.p) {
                    view.link(view.address(path), view.say("publicFace.embed.\(picture.rawValue)"))
                    html.text(" ")
                    let site = view.exchange.site.publicAddress
                    html.element(
                        .code, .dir("ltr"),
                        text: "<iframe src=\"\(site)\(path)\" width=\"640\" height=\"420\"></iframe>")
                }
            }
        }
    }

    private func contact() {
        view.section("contact", view.say("publicFace.contacts.title")) {
            if let contact = page.face.contact {
                page.prose(contact)
            } else if page.shows(.contacts) {
                page.nothing()
            } else {
                page.notShown()
            }
        }
    }

    private func more(_ path: String, _ key: String) {
        html.element(.p, .class("more")) { view.link(page.address(path), view.say(key)) }
    }
}
