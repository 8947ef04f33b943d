from django.contrib import admin
from django.urls import reverse
from accounts.models import User
def test_probe(els, mo, ada, article, react, sign_in, settings):
    c = react(approved=False)
    boss = User.objects.create_superuser("baas", password="x")
    plain = User.objects.create_user("leeg", password="x", is_staff=True)
    for model, ma in admin.site._registry.items():
        o = model._meta
        obj = model.objects.first()
        for kind in ["changelist","add","change","history","delete"]:
            row=[]
            for u in [els, ada, mo, boss, plain]:
                cl = sign_in(u)
                cl.raise_request_exception=False
                try: url = reverse(f"admin:{o.app_label}_{o.model_name}_{kind}", args=[] if kind in("changelist","add") else [obj.pk])
                except Exception as e: row.append(repr(e)[:30]); continue
                row.append(cl.get(url).status_code)
            print(o.label, kind, row, obj)
    from PIL import Image
    r = sign_in(els).get(reverse("admin:articles_article_add"))
    import re
    for m in re.findall(r'name="([^"]+)"', r.text): print(m)
    print(r.headers, )
    print(re.findall(r"<script[^>]*>", r.text))
    print(sign_in(els).get("/beheer/autocomplete/?app_label=articles&model_name=author&field_name=user&term=a").status_code)
