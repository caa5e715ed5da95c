/// What version 2.03 of the aid-data standard says of each element of an activity: its attributes, its children in their order, and how
/// many of each there are.
///
/// Source: the standard's own schema for activities, release 2.03. Facts only, written anew as a table.
struct ActivityShape: Sendable {
    struct Child: Sendable {
        var name: String
        var isNeeded: Bool
        var isRepeated: Bool
    }

    /// What a value has to look like.
    enum Form: Character, Sendable {
        case day = "d"
        case instant = "t"
        case decimal = "n"
        /// A decimal from 0 to 100.
        case share = "s"
        case flag = "b"
        case count = "i"
        /// Letters, digits and a few marks, without blanks.
        case token = "k"
        case any = "a"
    }

    var attributes: [String: Form] = [:]
    var neededAttributes: [String] = []
    var children: [Child] = []
    var order: [String: Int] = [:]
    /// What the text directly inside looks like; nil where there is none.
    var text: Form?

    /// By `parent/name` where the parent matters, else by name; nil for what the standard does not know.
    static func of(_ name: String, in parent: String) -> ActivityShape? { table["\(parent)/\(name)"] ?? table[name] }

    private static let table: [String: ActivityShape] = Dictionary(
        text.split(separator: "\n").map(read), uniquingKeysWith: { first, _ in first })

    /// `name @attribute @needed! @day:d child child? child* child+ #`, where `#` stands for text and `#n` for a decimal.
    private static func read(_ line: Substring) -> (String, ActivityShape) {
        let words = line.split(separator: " ")
        var shape = ActivityShape()
        for word in words.dropFirst() {
            if word.hasPrefix("#") {
                shape.text = word.dropFirst().first.flatMap { Form(rawValue: $0) } ?? .any
            } else if word.hasPrefix("@") {
                let parts = word.dropFirst().split(separator: ":")
                let form = parts.count > 1 && !word.hasPrefix("@xml:") ? parts.last?.first : nil
                let isNeeded = word.hasSuffix("!") || parts.first?.hasSuffix("!") == true
                let name = word.hasPrefix("@xml:") ? "xml:lang" : String((parts.first ?? "").filter { $0 != "!" })
                shape.attributes[name] = form.flatMap { Form(rawValue: $0) } ?? .any
                if isNeeded { shape.neededAttributes.append(name) }
            } else {
                let mark = word.last.flatMap { "?*+".contains($0) ? $0 : nil }
                let name = String(mark == nil ? word : word.dropLast())
                shape.order[name] = shape.children.count
                shape.children.append(
                    Child(name: name, isNeeded: mark == nil || mark == "+", isRepeated: mark == "*" || mark == "+"))
            }
        }
        return (words.first.map(String.init) ?? "", shape)
    }

    private static let text = """
        iati-activity @last-updated-datetime:t @xml:lang @default-currency @humanitarian:b @hierarchy:i @linked-data-uri @budget-not-provided \
        iati-identifier reporting-org title description+ participating-org+ other-identifier* activity-status activity-date+ contact-info* \
        activity-scope? recipient-country* recipient-region* location* sector* tag* country-budget-items? humanitarian-scope* policy-marker* \
        collaboration-type? default-flow-type? default-finance-type? default-aid-type* default-tied-status? budget* planned-disbursement* \
        capital-spend? transaction* document-link* related-activity* legacy-data* conditions? result* crs-add? fss?
        iati-identifier #
        narrative @xml:lang #
        reporting-org @ref! @type! @secondary-reporter:b narrative+
        title narrative+
        description narrative+
        iati-activity/description @type narrative+
        participating-org @ref @type @role! @activity-id @crs-channel-code narrative*
        other-identifier @ref! @type! owner-org?
        owner-org @ref narrative*
        activity-status @code!
        activity-date @type! @iso-date!:d narrative*
        contact-info @type organisation? department? person-name? job-title? telephone* email* website* mailing-address*
        organisation narrative+
        department narrative+
        person-name narrative+
        job-title narrative+
        mailing-address narrative+
        telephone #
        email #
        website #
        activity-scope @code!
        recipient-country @code! @percentage:s narrative*
        recipient-region @code! @vocabulary @vocabulary-uri @percentage:s narrative*
        location @ref location-reach? location-id* name? description? activity-description? administrative* point? exactness? \
        location-class? feature-designation?
        location-reach @code!
        location-id @vocabulary! @code!
        name narrative+
        activity-description narrative+
        administrative @vocabulary! @code! @level:i
        point @srsName! pos
        pos #
        exactness @code!
        location-class @code!
        feature-designation @code!
        sector @vocabulary @vocabulary-uri @code! @percentage:s narrative*
        tag @vocabulary! @vocabulary-uri @code! narrative*
        country-budget-items @vocabulary! budget-item+
        budget-item @code! @percentage:s description?
        humanitarian-scope @type! @vocabulary! @vocabulary-uri @code! narrative*
        policy-marker @vocabulary @vocabulary-uri @code! @significance narrative*
        collaboration-type @code!
        default-flow-type @code!
        default-finance-type @code!
        default-aid-type @code! @vocabulary
        default-tied-status @code!
        budget @type @status period-start period-end value
        period-start @iso-date!:d
        period-end @iso-date!:d
        value @currency @value-date!:d #n
        planned-disbursement @type period-start period-end? value provider-org? receiver-org?
        provider-org @ref @type @provider-activity-id narrative*
        receiver-org @ref @type @receiver-activity-id narrative*
        capital-spend @percentage!:s
        transaction @ref @humanitarian:b transaction-type transaction-date value description? provider-org? receiver-org? \
        disbursement-channel? sector* recipient-country? recipient-region? flow-type? finance-type? aid-type* tied-status?
        transaction-type @code!
        transaction-date @iso-date!:d
        disbursement-channel @code!
        transaction/sector @vocabulary @vocabulary-uri @code! narrative*
        transaction/recipient-country @code! narrative*
        transaction/recipient-region @code! @vocabulary @vocabulary-uri narrative*
        flow-type @code!
        finance-type @code!
        aid-type @code! @vocabulary
        tied-status @code!
        document-link @url! @format! title description? category+ language* document-date?
        category @code!
        language @code!
        document-date @iso-date!:d
        related-activity @ref! @type!
        legacy-data @name! @value! @iati-equivalent:k
        conditions @attached!:b condition*
        condition @type! narrative+
        result @type! @aggregation-status:b title description? document-link* reference* indicator+
        result/reference @vocabulary! @code! @vocabulary-uri
        indicator @measure! @ascending:b @aggregation-status:b title description? document-link* reference* baseline* period*
        indicator/reference @vocabulary! @code! @indicator-uri
        baseline @year!:i @iso-date:d @value location* dimension* document-link* comment?
        baseline/location @ref
        target/location @ref
        actual/location @ref
        dimension @name @value
        comment narrative+
        period period-start period-end target* actual*
        target @value location* dimension* comment? document-link*
        actual @value location* dimension* comment? document-link*
        crs-add other-flags* loan-terms? loan-status? channel-code?
        other-flags @code! @significance!:b
        loan-terms @rate-1:n @rate-2:n repayment-type? repayment-plan? commitment-date? repayment-first-date? repayment-final-date?
        repayment-type @code!
        repayment-plan @code!
        commitment-date @iso-date!:d
        repayment-first-date @iso-date!:d
        repayment-final-date @iso-date!:d
        loan-status @year!:n @currency @value-date!:d interest-received? principal-outstanding? principal-arrears? interest-arrears?
        interest-received #n
        principal-outstanding #n
        principal-arrears #n
        interest-arrears #n
        channel-code #
        fss @extraction-date!:d @priority:b @phaseout-year:n forecast*
        forecast @year!:n @value-date:d @currency #n
        """
}
