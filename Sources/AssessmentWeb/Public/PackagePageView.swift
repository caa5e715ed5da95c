import Assessments
import Domain
import Frame
import Locales
import Markup

/// What others need to show this installation's assessments beside their own: the file and the fingerprint of its key.
struct PackagePageView {
    let view: View
    let fingerprint: String

    static func answer(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        guard let signer = assessments.signer else { throw .notFound }
        let fingerprint: String
        do throws(PackageFault) { fingerprint = try signer.fingerprint() } catch { throw .failed("\(error)") }
        let view = View(exchange)
        var head = PageHead(title: view.say("assess.package"))
        head.crumbs = [(view.address("/assessments"), view.say("assess.title"))]
        return await view.page(head) { PackagePageView(view: view, fingerprint: fingerprint).write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("assess.package"), lead: view.say("assess.packageLead"))
        html.element(.p) {
            view.link(view.address("/assessments/package.jsonl"), view.say("assess.packageFile"))
        }
        view.section("key", view.say("assess.keyTitle"), view.say("assess.keyText")) {
            html.element(.p, .class("fingerprint"), .dir("ltr"), text: fingerprint)
        }
    }
}
