import Domain
import Frame
import Locales
import Markup
import People
import Store

/// One entry with its proof.
enum AuditEntryView {
    static func answer(_ visit: Visit, _ proof: EntryProof, keyID: String, publicKey: String) async -> Answer {
        let view = View(visit)
        let title = view.say("audit.entry.title", ["number": .number(Int(proof.record.number))])
        var top = PageHead(title: title, isWide: true)
        top.path = visit.path("/audit/\(proof.record.number)")
        top.crumbs = [(visit.path("/audit"), view.say("audit.title"))]
        return await view.page(top) {
            view.pageHead(title)
            entry(proof, view)
            path(visit, proof, view)
            view.section("head", view.say("audit.head.title"), view.say("audit.head.lead")) {
                view.html.element(.dl, .class("facts-list")) {
                    facts(proof.head, view)
                    if proof.head.keyID == keyID {
                        view.fact(view.say("audit.head.publicKey")) { code(publicKey, view) }
                    }
                }
            }
        }
    }

    private static func entry(_ proof: EntryProof, _ view: View) {
        let record = proof.record
        view.html.element(.dl, .class("facts-list")) {
            view.fact(view.say("audit.when")) { view.html.text(view.moment(record.at)) }
            view.fact(view.say("audit.person")) { view.html.element(.bdi, text: record.entry.actor) }
            view.fact(view.say("audit.action")) { view.html.text(view.actionName(record.entry.action)) }
            view.fact(view.say("audit.subject")) { code(record.entry.subject, view) }
            view.fact(view.say("audit.detail")) { code(record.entry.detail, view) }
        }
    }

    private static func path(_ visit: Visit, _ proof: EntryProof, _ view: View) {
        view.section("proof", view.say("audit.proof.title"), view.say("audit.proof.lead")) {
            view.html.element(.dl, .class("facts-list")) {
                view.fact(view.say("audit.proof.bytes")) { code(proof.canonical, view) }
                view.fact(view.say("audit.proof.leaf")) { code(proof.leaf, view) }
                view.fact(view.say("audit.proof.path")) {
                    guard !proof.path.isEmpty else { return view.html.text(view.say("audit.proof.alone")) }
                    view.html.element(.ol) {
                        for hash in proof.path { view.html.element(.li) { code(hash, view) } }
                    }
                }
            }
            view.html.element(.p) {
                view.link(visit.apiPath("/audit/\(proof.record.number)/proof"), view.say("audit.proof.json"))
            }
        }
    }

    static func facts(_ head: SignedHead, _ view: View) {
        view.fact(view.say("audit.head.size")) { view.html.text(view.number(Int(head.size))) }
        view.fact(view.say("audit.head.at")) { view.html.text(view.moment(head.at)) }
        view.fact(view.say("audit.head.root")) { code(head.root, view) }
        view.fact(view.say("audit.head.key")) { code(head.keyID, view) }
        view.fact(view.say("audit.head.signature")) { code(head.signature, view) }
    }

    static func code(_ text: String, _ view: View) {
        view.html.element(.code, .class("long"), .dir("ltr"), text: text)
    }
}
