import Domain

extension InventedReport {
    static func names(_ list: [String]) -> [String: String] {
        let codes = ["XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAJ", "XAK", "XAL"]
        return Dictionary(uniqueKeysWithValues: zip(codes, list))
    }

    static let english = Words(
        heading: "Conclusions and/or recommendations",
        supported: "The recommendations listed below have been examined by Aldora and enjoy the support of Aldora:",
        pending: "The following recommendations will be examined by Aldora, which will provide responses in due time, "
            + "but no later than the ninth session of the Council:",
        noted: "The recommendations below did not enjoy the support of Aldora:",
        closing: "All conclusions and/or recommendations contained in the present report reflect the position of the "
            + "submitting States and/or of Aldora.",
        annex: "Annex",
        texts: [
            "Open a school for lighthouse keepers in every harbour of the northern coast before the end of the decade",
            "Publish each year how many ferries carry wheelchairs", "Teach sign language to the harbour police",
            "Give nomadic shepherds a register of their own, as article 12 (2) of the Wool Act asks",
            "Consider a holiday for those who care for the old",
            "Withdraw the reservation about grandmothers to the Treaty of the Three Lakes",
        ],
        names: names([
            "Belmar", "Corvia", "Dunmere", "Velmora", "Quintara", "Lumaria", "Norrholm", "Ithavar", "Selunda",
            "Zephyria",
            "Oramba",
        ]), list: ("(", ", ", " and ", ")"), end: ";")

    static let words: [String: Words] = [
        "en": english,
        "fr": Words(
            heading: "Conclusions et/ou recommandations",
            supported: "Les recommandations ci-après ont été examinées par Aldora et recueillent son adhésion :",
            pending:
                "Les recommandations ci-après seront examinées par Aldora, qui donnera une réponse en temps utile :",
            noted: "Les recommandations ci-après n’ont pas recueilli l’adhésion d’Aldora :",
            closing:
                "Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la position "
                + "de leurs auteurs.",
            annex: "Annexe",
            texts: [
                "Ouvrir une école pour les gardiens de phare dans chaque port de la côte nord avant la fin de la décennie",
                "Publier chaque année le nombre de bacs qui embarquent des fauteuils roulants",
                "Enseigner la langue des signes à la police des ports",
                "Donner aux bergers nomades un registre à eux, comme le demande l’article 12 (par. 2) de la loi sur la laine",
                "Envisager un congé pour ceux qui prennent soin des anciens",
                "Lever la réserve sur les grands-mères au Traité des trois lacs",
            ],
            names: names([
                "Belmar", "Corvie", "Dunmere", "Velmora", "Quintara", "Lumarie", "Norrholm", "Ithavar", "Sélounda",
                "Zéphyrie",
                "Oramba",
            ]), list: ("(", ", ", " et ", ")"), end: " ;"),
        "es": Words(
            heading: "Conclusiones y/o recomendaciones",
            supported:
                "Las recomendaciones que figuran a continuación han sido examinadas por Aldora y cuentan con su apoyo:",
            pending: "Aldora examinará las siguientes recomendaciones y les dará respuesta a su debido tiempo:",
            noted: "Las recomendaciones siguientes no cuentan con el apoyo de Aldora:",
            closing:
                "Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la posición "
                + "de quienes las formularon.",
            annex: "Anexo",
            texts: [
                "Abrir una escuela para fareros en cada puerto de la costa norte antes de que acabe el decenio",
                "Publicar cada año cuántos transbordadores llevan sillas de ruedas",
                "Enseñar la lengua de señas a la policía portuaria",
                "Dar a los pastores nómadas un registro propio, como pide el artículo 12 (párr. 2) de la Ley de la Lana",
                "Considerar un permiso para quienes cuidan de los mayores",
                "Retirar la reserva sobre las abuelas al Tratado de los Tres Lagos",
            ],
            names: names([
                "Belmar", "Corvia", "Dunmere", "Velmora", "Quintara", "Lumaria", "Norrholm", "Itavar", "Selunda",
                "Zefiria",
                "Oramba",
            ]), list: ("(", ", ", " e ", ")"), end: ";"),
        "ru": Words(
            heading: "Выводы и/или рекомендации",
            supported: "Рекомендации, перечисленные ниже, были рассмотрены Альдорой и получили её поддержку:",
            pending: "Следующие рекомендации будут рассмотрены Альдорой, которая своевременно представит ответы:",
            noted: "Нижеследующие рекомендации не получили поддержки Альдоры:",
            closing:
                "Все выводы и/или рекомендации, содержащиеся в настоящем докладе, отражают позицию тех, кто их сделал.",
            annex: "Приложение",
            texts: [
                "открыть школу смотрителей маяков в каждом порту северного берега до конца десятилетия",
                "публиковать каждый год число паромов, которые берут инвалидные коляски",
                "обучить портовую полицию жестовому языку",
                "дать кочевым пастухам собственный реестр, как того требует статья 12 (пункт 2) Закона о шерсти",
                "подумать об отпуске для тех, кто ухаживает за старыми людьми",
                "снять оговорку о бабушках к Договору трёх озёр",
            ],
            names: names([
                "Бельмар", "Корвия", "Данмир", "Вельмора", "Кинтара", "Лумария", "Норрхольм", "Итхавар", "Селунда",
                "Зефирия",
                "Орамба",
            ]), list: ("(", ", ", " и ", ")"), end: ";"),
        "ar": Words(
            heading: "الاستنتاجات و/أو التوصيات",
            supported: "نظرت ألدورا في التوصيات المدرجة أدناه، وهي تحظى بتأييدها:",
            pending: "ستنظر ألدورا في التوصيات التالية وستقدم ردوداً عليها في الوقت المناسب:",
            noted: "لم تحظ التوصيات التالية بتأييد ألدورا:",
            closing: "جميع الاستنتاجات و/أو التوصيات الواردة في هذا التقرير تعبر عن موقف من قدمها.",
            annex: "المرفق",
            texts: [
                "فتح مدرسة لحراس المنارات في كل ميناء على الساحل الشمالي قبل نهاية العقد",
                "نشر عدد العبارات التي تحمل الكراسي المتحركة كل عام", "تعليم شرطة الموانئ لغة الإشارة",
                "منح الرعاة الرحل سجلاً خاصاً بهم كما تطلب المادة 12 (الفقرة 2) من قانون الصوف",
                "النظر في إجازة لمن يرعون كبار السن", "سحب التحفظ بشأن الجدات على معاهدة البحيرات الثلاث",
            ],
            names: names([
                "بلمار", "كورفيا", "دنمير", "فيلمورا", "كينتارا", "لوماريا", "نورهولم", "إيثافار", "سيلوندا", "زفيريا",
                "أورامبا",
            ]), list: ("(", "، ", " و", ")"), end: "؛"),
        "zh": Words(
            heading: "结论和/或建议", supported: "阿尔多拉审议了下列建议，并表示支持：",
            pending: "阿尔多拉将审议下列建议，并将在适当时候作出答复：", noted: "下列建议未获阿尔多拉支持：",
            closing: "本报告所载的所有结论和/或建议均反映提出者的立场。", annex: "附件",
            texts: [
                "在本十年结束之前，在北海岸的每个港口开办一所灯塔看守人学校，让看守人的子女也可以在那里读书", "每年公布有多少渡船接载轮椅",
                "教港口警察手语", "按照《羊毛法》第十二条（第二款）的要求，为游牧牧民设立自己的登记册", "考虑为照顾老人的人设立假期",
                "撤回对《三湖条约》关于祖母的保留",
            ],
            names: names([
                "贝尔马尔", "科尔维亚", "邓米尔", "韦尔莫拉", "昆塔拉", "卢玛利亚", "诺尔霍尔姆", "伊萨瓦尔", "塞伦达", "泽菲里亚", "奥兰巴",
            ]), list: ("（", "、", "和", "）"), end: "；"),
    ]
}
