import time as t
def test_x(arrive, time):
    s=t.time()
    def tick(w):
        nonlocal s
        print(w, round(t.time()-s,2)); s=t.time()
    noor = arrive("Noor"); tick("arr")
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl"); tick("signup")
    print(noor.today())
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof"); tick("start")
    print(noor.page.get_by_role("main").aria_snapshot())
    link = noor.copy_link(); print(link); tick("copy")
    marleen = arrive("Marleen", width=390)
    marleen.claim(link); tick("claim")
    print(marleen.page.get_by_role("main").aria_snapshot())
    marleen.propose_rhythm(); tick("prop")
    noor.accept_rhythm(); tick("acc")
    marleen.answer_checkin(4, 4, appreciation="x", remark="y"); tick("answer")
    print(marleen.page.get_by_role("main").aria_snapshot())
    print(noor.today())
    noor.looks("today"); tick("axe")
    noor.answer_checkin(4, 4, Vertrouwen=2, appreciation="x", remark="y"); tick("answer")
    print(noor.page.get_by_role("main").aria_snapshot())
    print(noor.today(), marleen.today())
